-- One row if the month is sealed.
select month from core.periods where month = $month and state = 'sealed'
