"""reglages.md, made from the records of `shop.toml`."""

from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum

from pipelines.domain.messages import settings
from pipelines.domain.shop import KEYED, SECTIONS
from tests.manual.markdown import code, page, table

INTRODUCTION = """# Les réglages : shop.toml

`lettrage init` écrit un `shop.toml` où tout est en commentaire, à sa valeur usuelle. Ôtez le `#` d'une ligne pour la changer. Un
montant s'écrit entre guillemets (`"0.02"`), jamais en nombre à virgule. Une section, une clé ou une valeur inconnue est refusée par son
nom : rien n'est ignoré en silence. Un changement vaut au passage suivant ; les mois scellés ne bougent pas."""
EXAMPLE = """## Un exemple

```toml
[shop]
name = "Ma boutique"
legal_name = "MA BOUTIQUE SARL"
siren = "123456782"
address = "1 rue des Docks"
postcode = "44000"
city = "Nantes"
platform = "prestashop"

[matching]
order_prefixes = ["#"]

[providers.stripe]
settling = "balance"
```"""


def settings_page() -> str:
    simple = [_section(name, record()) for name, (_, record) in SECTIONS.items()]
    keyed = [_keyed(name, usual()) for name, (_, _, usual) in KEYED.items()]
    return page(INTRODUCTION, *simple, *keyed, EXAMPLE)


def _section(name: str, record: object) -> str:
    rows = ((code(key), _value(value), _meaning(f"{name}.{key}", value)) for key, value in _entries(record))
    return f"## [{name}]\n\n{settings.SECTIONS[name]}\n\n" + table(["clé", "valeur usuelle", "sens"], rows)


def _keyed(name: str, records: dict[str, object]) -> str:
    heads = [key for key, _ in _entries(next(iter(records.values())))]
    rows = ([code(title), *(_value(value) for _, value in _entries(record))] for title, record in records.items())
    words = f"## [{name}.…]\n\n{settings.SECTIONS[name]} Une section par nom, par exemple `[{name}.{next(iter(records))}]` ; seules les clés à changer s'écrivent."
    return f"{words}\n\n" + table(["nom", *(code(head) for head in heads)], rows)


def _entries(record: object) -> Iterator[tuple[str, object]]:
    for entry in fields(record):  # type: ignore[arg-type]
        yield entry.name, getattr(record, entry.name)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return code(str(value).lower())
    if isinstance(value, tuple):
        return code("[" + ", ".join(f'"{item}"' for item in value) + "]")
    return code(value) if isinstance(value, int) else code(f'"{value}"')


def _meaning(key: str, value: object) -> str:
    choices = f"Au choix : {', '.join(code(choice) for choice in type(value))}." if isinstance(value, StrEnum) else ""
    return f"{settings.KEYS.get(key, '')} {choices}".strip()
