"""One file per family of sheets: records of the ledger in, rows of a sheet out."""
