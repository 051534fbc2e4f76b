-- One row when the month has begun to close: its state.
select state from periods where month = $month
