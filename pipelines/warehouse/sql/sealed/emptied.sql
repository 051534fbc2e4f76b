-- No row: what was known of sealed months is taken away, to be read back from the register.
truncate core.sealed_months;
truncate core.sealed_kinds;
truncate core.sealed_lines;
truncate core.sealed_postings;
truncate core.sealed_recap_details;
truncate core.sealed_documents
