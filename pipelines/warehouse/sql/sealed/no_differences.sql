-- No row: without a sealed month nothing differs and nothing is late.
truncate core.sealed_differences;
truncate core.late_documents
