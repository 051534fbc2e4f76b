"""donnees.md, made from the migrations of the warehouse."""

from pipelines.warehouse import open_warehouse
from pipelines.warehouse.tables import table_names
from tests.manual.markdown import code, page, table
from tests.manual.table_words import TABLE_WORDS

INTRODUCTION = """# Les données

    lettrage tables DOSSIER

copie en Parquet chaque table du dernier passage, toute l'histoire. Les mêmes fichiers sont dans `published/tables/`, et les lignes d'un
mois dans `published/AAAA-MM/tables/`. DuckDB, pandas, Excel (Power Query), Metabase et les carnets de `notebooks/` les lisent.

- Un montant est un `DECIMAL(18,2)`, à côté de sa devise ; jamais un nombre à virgule flottante.
- `…_at` est un instant UTC ; `…_on` le jour de la boutique.
- `source_file` est l'empreinte SHA-256 de l'export d'origine (dans `archive/`), `source_row` sa ligne.

Lisez le rayon publié, jamais `warehouse/lettrage.duckdb` : la base n'a qu'un écrivain."""
WORKING = """# Les tables de travail

Publiées aussi, mais faites pour les passages suivants : leurs colonnes peuvent changer d'une version à l'autre."""
Columns = dict[str, list[tuple[str, str, bool]]]


def tables_page() -> str:
    columns = _columns()
    told = [_section(name, columns[name]) for name in TABLE_WORDS if name in columns]
    working = [_section(name, columns[name]) for name in sorted(columns) if name not in TABLE_WORDS]
    return page(INTRODUCTION, *told, *([WORKING, *working] if working else []))


def _columns() -> Columns:
    found: Columns = {}
    with open_warehouse() as warehouse:
        schemas = table_names(warehouse)
        for schema, name, column, kind, may_lack in warehouse.connection.execute(
            "select schema_name, table_name, column_name, data_type, is_nullable from duckdb_columns() order by table_oid, column_index"
        ).fetchall():
            if schemas.get(name) == schema:
                found.setdefault(name, []).append((column, kind, may_lack))
    return found


def _section(name: str, columns: list[tuple[str, str, bool]]) -> str:
    rows = ((code(column), kind.lower(), "" if may_lack else "toujours") for column, kind, may_lack in columns)
    words = f"{TABLE_WORDS[name]}\n\n" if name in TABLE_WORDS else ""
    return f"## {name}\n\n{words}" + table(["colonne", "type", "remplie"], rows)
