"""messages.md, made from the catalogue of messages."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from pipelines.domain import messages
from pipelines.domain.messages import Message
from tests.manual.markdown import code, page, table

INTRODUCTION = """# Ce que chaque message veut dire

Un refus dit **où**, **ce qui a été lu**, **pourquoi** c'est refusé et **quoi changer**. Les mots entre accolades, `{value}`,
sont remplacés par ce qui a été lu. Avec `--json`, le code du message est dans `refused.code`."""
TITLES = {
    "bank": "Les relevés de banque",
    "books": "La comptabilité et les exports",
    "command": "Les commandes",
    "compare": "La comparaison avec un FEC",
    "doctor": "L'examen de la boutique",
    "documents": "Les avoirs",
    "engines": "Un autre moteur",
    "exclusions": "Les lignes laissées de côté",
    "files": "Les fichiers",
    "forget": "L'effacement",
    "keeping": "La sauvegarde",
    "letter": "La lettre du matin",
    "mappings": "Les correspondances",
    "months": "Les mois",
    "portal": "Le portail",
    "register": "Le registre",
    "rows": "Les lignes",
    "shop": "shop.toml",
    "stock": "Le stock",
    "warehouse": "La base de la boutique",
    "workbook": "Le classeur",
    "workbook_rows": "Les lignes du classeur",
}


def every_message() -> Iterator[tuple[str, Message]]:
    """Each message with the organ it belongs to, once."""
    seen: set[str] = set()
    for organ in sorted(module.name for module in iter_modules(messages.__path__)):
        for message in _standing_in(vars(import_module(f"{messages.__name__}.{organ}"))):
            if message.code not in seen:
                seen.add(message.code)
                yield organ, message


def _standing_in(names: dict[str, object]) -> Iterator[Message]:
    for value in names.values():
        found = value if isinstance(value, list | tuple) else [value]
        yield from (message for message in found if isinstance(message, Message))


def messages_page() -> str:
    organs: dict[str, list[Message]] = {}
    for organ, message in every_message():
        organs.setdefault(organ, []).append(message)
    return page(INTRODUCTION, *(_section(organ, found) for organ, found in organs.items()))


def _section(organ: str, found: list[Message]) -> str:
    rows = ((code(it.code), it.french, it.french_remedy, it.exit_code) for it in found)
    return f"## {TITLES.get(organ, organ)}\n\n" + table(["code", "message", "que faire", "sortie"], rows)
