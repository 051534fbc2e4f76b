"""formats.md, made from the registry of sources."""

from collections.abc import Iterator, Sequence

from pipelines.sources import sources
from pipelines.sources.source import Source, TableSource, normalised
from tests.manual.kind_words import KIND_WORDS
from tests.manual.markdown import code, page, table

INTRODUCTION = """# Les formats lus

Déposez l'export tel qu'il sort, sans l'ouvrir ni le renommer : le format est reconnu par le contenu. Un tableau l'est par ses colonnes (CSV, TSV,
feuille xlsx, Parquet), un autre fichier par sa forme (JSON, XML, fichier de banque). Les archives zip et gz sont ouvertes. Pour un
format absent d'ici : [sources.md](sources.md).

    lettrage inspect FICHIER

dit ce qu'un fichier donnerait, sans rien charger."""
MOVEMENTS = ("payments", "refunds", "payouts")
RECORD_KINDS: dict[str, Sequence[str]] = {
    "camt": ("bank",), "cfonb120": ("bank",), "mt940": ("bank",), "ofx": ("bank",),
    "alma_api": MOVEMENTS, "klarna_api": MOVEMENTS, "mollie_api": MOVEMENTS, "shopify_api": MOVEMENTS,
    "stripe_api": MOVEMENTS, "sumup_api": MOVEMENTS,
    "prestashop_webservice": ("orders", "payments", "credit_notes", "returns"),
    "wizishop_api": ("orders",), "woocommerce_api": ("orders",),
}  # fmt: skip
GROUPS = {
    "Boutiques": (
        "magento",
        "prestashop",
        "shopify_orders",
        "shopify_returns",
        "wizishop",
        "woocommerce",
        "online_retail",
    ),
    "Places de marché": ("mirakl", "manomano"),
    "Format simple": ("plain_",),
    "Feuilles de Lettrage": ("opening_", "returns_register"),
}
BANKS, PROVIDERS = "Banques", "Prestataires de paiement"


def formats_page() -> str:
    groups: dict[str, list[Source]] = {}
    for source in sources():
        groups.setdefault(_group(source), []).append(source)
    return page(INTRODUCTION, *(f"## {name}\n\n{_listed(groups[name])}" for name in sorted(groups)))


def _group(source: Source) -> str:
    named = next((name for name, starts in GROUPS.items() if source.name.startswith(starts)), "")
    return named or (BANKS if source.provider in {"", "bank"} else PROVIDERS)


def _listed(found: Sequence[Source]) -> str:
    rows = ((code(it.name), _kinds(it), _recognised(it)) for it in sorted(found, key=lambda it: it.name))
    return table(["format", "ce qu'on y lit", "reconnu par"], rows)


def _kinds(source: Source) -> str:
    found = (
        [it.kind for it in source.mappings] if isinstance(source, TableSource) else RECORD_KINDS.get(source.name, ())
    )
    return ", ".join(KIND_WORDS.get(kind, kind) for kind in dict.fromkeys(found))


def _recognised(source: Source) -> str:
    return ", ".join(_required(source)) if isinstance(source, TableSource) else "la forme du fichier"


def _required(source: TableSource) -> Iterator[str]:
    for header in source.headers:
        if header.required:
            same = (spelling for spelling in header.spellings if normalised(spelling) == header.name)
            yield code(next(same, (header.spellings or (header.name,))[0]))
