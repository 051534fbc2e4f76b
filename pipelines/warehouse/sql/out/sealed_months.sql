-- One row per sealed month.
select month from core.periods where state = 'sealed'
