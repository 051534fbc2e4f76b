-- One row per month: refunds of the month against the total the provider itself states, where one is known.
insert into out.controls
select
    months.month, 5, 'Remboursements = total annoncé par le prestataire', null, null, null, 'not_observed',
    'aucun total annoncé pour ce mois'
from out.months as months
