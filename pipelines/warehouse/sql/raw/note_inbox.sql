-- One row per file of the inbox: as it was just seen.
insert or replace into raw.inbox values ($path, $bytes, $modified_ns, $sha256);
