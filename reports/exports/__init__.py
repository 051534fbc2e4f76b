"""The month's entries in the formats of accounting software: records in, files out, one format per module."""
