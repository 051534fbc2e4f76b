-- No row: without daily recaps there is no detail to keep.
truncate core.recap_details
