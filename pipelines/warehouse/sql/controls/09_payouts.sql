-- One row per month and provider: what its movements come to against what it paid out, where all its movements are known.
insert into out.controls
select
    months.month, 9, 'Versements = mouvements nets des prestataires', null, null, null, 'not_observed',
    'les mouvements du prestataire ne sont pas tous connus'
from out.months as months
