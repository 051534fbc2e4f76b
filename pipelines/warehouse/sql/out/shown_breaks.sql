-- One row per break open in an edition's table of breaks: its id.
select break_id from read_parquet($path) where status = 'open'
