-- One row: the step is done with these inputs, and this is what it said.
insert into raw.steps (step, inputs, figures) values ($step, $inputs, $figures)
