-- One row per file seen in the inbox: its size and time when last looked at. One refused under other formats is not seen.
select path, bytes, modified_ns
from raw.inbox
where sha256 not in (select sha256 from raw.refused_files where formats <> $formats)
