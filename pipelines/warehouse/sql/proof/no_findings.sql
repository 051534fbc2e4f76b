-- One row per finding: none of the kinds that are looked for anew.
delete from core.break_findings
where kind in (select unnest(cast($kinds as varchar[])));
