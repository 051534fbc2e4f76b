-- One row per finding: none, before the kinds are looked for.
delete from core.break_findings;
