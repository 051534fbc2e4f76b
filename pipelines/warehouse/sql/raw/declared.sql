-- One row per column of a kind, as the catalogue of kinds declares it.
create or replace temp table declared as
select declaration.* from (select unnest($columns) as declaration);
