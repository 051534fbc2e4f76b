-- One row added: an account and its label.
insert into core.accounts values ($account, $label)
