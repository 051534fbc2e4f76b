-- One row per file seen in the inbox: its size and time when last looked at.
select path, bytes, modified_ns from raw.inbox
