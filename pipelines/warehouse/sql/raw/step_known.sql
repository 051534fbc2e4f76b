-- One row if the step is done with these inputs: what it said.
select figures from raw.steps where step = $step and inputs = $inputs
