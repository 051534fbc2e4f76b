-- One row per line of the bank statement, in the plain format, written to $path.
copy (
    select account, line_id, booked_on, amount, 'EUR' as currency, label, reference from sample.bank_lines order by booked_on, line_id
) to $path (format csv, header);
