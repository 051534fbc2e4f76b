-- No row: months are read back from the register.
truncate core.periods
