-- No row: the controls of the last run are taken away.
truncate out.controls
