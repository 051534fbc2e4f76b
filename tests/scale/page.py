"""scale.md: what a night costs and where it breaks, computed from the measures kept beside."""

from tests.manual.markdown import page, table
from tests.scale.measures import Measure, kept

MILLION = 1_000_000
NIGHT_HOURS = 6
DISK_TB = 2
PLANS = ((MILLION, "10⁶"), (10 * MILLION, "10⁷"), (100 * MILLION, "10⁸"), (1_000 * MILLION, "10⁹"))
SHOPS = 100_000


def scale_page() -> str:
    measures = kept()
    small, grown = measures[0], measures[-2:]
    per = _per_return(grown)
    return page(INTRODUCTION, _measured(measures), _projected(per, grown[-1]), _shops(small), MACHINES)


def _per_return(grown: list[Measure]) -> dict[str, float]:
    """What one return more costs, between the smaller and the larger of the measured shops."""
    first, last = grown
    more = last.returns - first.returns
    return {
        "seconds": (last.seconds - first.seconds) / more,
        "exports": (last.exports_mb - first.exports_mb) / more,
        "warehouse": (last.warehouse_mb - first.warehouse_mb) / more,
        "published": (last.published_mb - first.published_mb) / more,
    }


INTRODUCTION = f"""# Grandir

Cette page est calculée (`make manual`) depuis des mesures gardées dans `tests/scale/measured.json`, que `python -m tests.scale` refait. Les
secondes sont celles du processeur, tous les processus d'un passage réunis, sur une machine de deux cœurs très chargée : elles majorent. Les PDF
n'y sont pas : 45 à 55 ms l'un.

Ce qui est **mesuré** est dans le premier tableau. Tout le reste est **prolongé en ligne droite** depuis les deux plus grandes boutiques, et ne vaut
que comme ordre de grandeur : {PLANS[-1][1]} retours n'ont jamais été passés."""


def _measured(measures: list[Measure]) -> str:
    heads = [
        "commandes",
        "avoirs",
        "passage, s",
        "sans rien de nouveau, s",
        "mémoire, Mo",
        "exports, Mo",
        "base, Mo",
        "publié, Mo",
    ]
    rows = (
        [
            _int(it.orders),
            _int(it.returns),
            it.seconds,
            it.seconds_again,
            it.peak_mb,
            it.exports_mb,
            it.warehouse_mb,
            it.published_mb,
        ]
        for it in measures
    )
    return "## Mesuré\n\n" + table(heads, rows)


def _projected(per: dict[str, float], last: Measure) -> str:
    heads = ["avoirs d'une boutique", "processeur, h", "exports, Go", "base, Go", "publié, Go", "ce qui casse d'abord"]
    rows = [[name, *_plan(per, last, returns)] for returns, name in PLANS]
    return "## Une boutique, d'un coup\n\n" + table(heads, rows) + "\n\n" + LIMITS


LIMITS = f"""Une machine est prise à {DISK_TB} To de disque et une nuit à {NIGHT_HOURS} h. La mémoire n'est pas prolongée : celle de DuckDB est bornée à 1,5 Go, au-delà
il écrit sur le disque et ralentit, d'autant qu'on ne l'a pas mesuré ; un processus Python s'y ajoute, et deux autres pour la presse. Une boutique qui
grandit nuit après nuit ne relit pas son passé, mais rapproche, compte et publie encore toute son histoire : c'est le passage entier qui borne."""


def _plan(per: dict[str, float], last: Measure, returns: int) -> list[object]:
    more = returns - last.returns
    hours = (last.seconds + per["seconds"] * more) / 3600
    sizes = {"exports": last.exports_mb, "warehouse": last.warehouse_mb, "published": last.published_mb}
    exports, warehouse, published = ((start + per[name] * more) / 1000 for name, start in sizes.items())
    disk = exports + warehouse + published
    return [*(_round(value) for value in (hours, exports, warehouse, published)), _first_break(hours, disk)]


def _first_break(hours: float, disk: float) -> str:
    """The limit passed by most, of those passed."""
    over = {"la nuit est trop courte": hours / NIGHT_HOURS, "le disque est trop petit": disk / (DISK_TB * 1000)}
    worst = max(over, key=lambda name: over[name])
    return f"{worst} ({_round(over[worst])} fois)" if over[worst] > 1 else "rien"


def _shops(small: Measure) -> str:
    return (
        f"## Beaucoup de petites boutiques\n\nUne boutique de {small.orders} commandes et {small.returns} avoirs coûte {small.seconds} s au premier passage, "
        f"{small.seconds_again} s quand rien n'est nouveau, démarrage de Python et de Dagster compris (il est payé une fois pour `--shops`). "
        f"{_int(SHOPS)} boutiques, lancées une à une, prendraient {_round(SHOPS * small.seconds_again / 3600)} h de processeur par nuit : "
        f"{_round(SHOPS * small.seconds_again / 3600 / NIGHT_HOURS)} cœurs pour {NIGHT_HOURS} h, et {_round(SHOPS * (small.warehouse_mb + 3 * small.published_mb) / 1e6)} To. "
        "Ce qui casse d'abord est le nombre de fichiers (une base et trois éditions par boutique), puis l'historique de Dagster, qui est par dossier de boutiques."
    )


MACHINES = """## Plusieurs machines

Rien n'est partagé entre boutiques : une boutique est un dossier, un verrou, une base. Elles se répartissent donc sans se parler, un dossier de
boutiques par machine (`lettrage run --shops`, une minuterie par dossier). C'est ce qui est **essayé** : un dossier de boutiques en un passage.

Avec Dagster, chaque boutique est une partition (`mois|boutique`) et la tâche `nightly` se lance pour un ensemble de clés. Les lanceurs de Dagster
(`DockerRunLauncher`, `K8sRunLauncher`, `EcsRunLauncher`) lancent cette tâche ailleurs si le dossier de la boutique y est monté et si
`LETTRAGE_SHOPS` le nomme ; `instance` doit alors être dans PostgreSQL. **Cela n'est pas essayé** : ni lanceur, ni PostgreSQL, ni disque partagé. Ne mettez pas
une base DuckDB sur un disque réseau où les verrous ne tiennent pas : le verrou d'une boutique est un verrou de fichier.

## Une boutique trop grande pour une machine

`lettrage run --engine spark://MACHINE:7077` calcule les ensembles sur un Spark qui existe déjà, depuis les mêmes fichiers `.sql` : sqlglot les dit en SQL de
Spark, les macros et les paramètres y sont écrits en toutes lettres. Une table y est une liste de dossiers Parquet : ce qui ajoute en ajoute un, ce qui change ou
enlève (`update`, `delete`, que Spark n'a pas sur Parquet) les remplace tous, chaque ligne étant connue par son fichier et sa place. DuckDB écrit les tables
demandées dans `.spark/`, dans le dossier de la boutique, et y relit celles qui ont changé ; les machines du Spark doivent voir ce dossier sous le même nom
(un disque partagé). `spark://local` prend un Spark de ce seul processus, pour essayer. Les réglages du Spark (mémoire, partitions) sont ceux de son
`spark-defaults.conf`.

Il y faut l'option `pip install 'lettrage[spark]'` (pyspark 4.3 ou plus récent) et Java 17. `make spark` les installe à part et compare, ligne par ligne, toutes les tables
qu'un passage laisse avec DuckDB et avec un Spark d'un maître et deux ouvriers, sur la boutique d'exemple ; puis les faits tirés de lignes choisies pour les
départager (guillemets, décalages horaires, demi-centimes, versions, doublons), et dit combien de tables sont égales.

| étape | où elle est calculée avec `--engine spark://…` |
| --- | --- |
| lecture des exports, un fichier après l'autre (`raw/*.sql`) | DuckDB |
| normalisation (`typed/*.sql`, les faits de `core/*.sql`, `raw/used_rows`, `raw/file_outcomes`) | Spark |
| rapprochement (`match/*.sql`) | Spark ; les commandes que les ensembles ne départagent pas, une à une en Python, ici |
| stock (`stock/*.sql` : mouvements, coûts, positions, écarts) | Spark |
| écritures (`journal/*.sql`, `core/journal`, `core/item_groups`, `core/letterings`, `core/journal_lines`) | Spark |
| preuves, écarts, contrôles, documents, publication | DuckDB |

L'identité d'une ligne sans numéro est le MD5 du texte de toute la ligne, tel que DuckDB l'écrit (`cast(row(*columns(…)) as varchar)`) : Spark l'écrit de même,
colonne par colonne, guillemets compris (`pipelines/warehouse/spark/rows.py`), et les essais comparent aussi ces textes.

Ce qui n'est **pas essayé** : un Spark de plusieurs machines, un disque partagé, une boutique plus grande que l'exemple. Les ensembles passent par DuckDB
entre deux étapes : le disque de la boutique doit donc la contenir entière."""


def _int(value: int) -> str:
    return f"{value:,}".replace(",", "\u202f")


def _round(value: float) -> str:
    return (_int(round(value)) if value >= 10 else f"{value:.1f}").replace(".", ",")
