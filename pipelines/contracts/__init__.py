"""What each core table promises, one contract per table, checked by Great Expectations on new rows only.

Great Expectations takes seconds to import: nothing here imports it until there are new rows to look at.
"""
