-- One row added: a journal and its label.
insert into core.journals values ($journal, $label)
