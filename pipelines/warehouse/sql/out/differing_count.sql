-- One row: how many control totals of these months do not tie.
select count(*) from out.controls where state = 'differs' and list_contains($months, month)
