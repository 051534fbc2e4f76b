"""pannes.md: what each fault did at each step, written by `make faults` from what it has just seen."""

from collections.abc import Mapping

from pipelines.domain.messages.steps import STEPS
from tests.faults.cells import Fault
from tests.manual import DOCS
from tests.manual.markdown import code, page, table

NAME = "pannes.md"
UNSEEN = "-"
INTRODUCTION = """# Les pannes

Ce tableau est écrit par `make faults`, qui fait subir chaque panne à chaque étape d'un passage, puis laisse passer un second passage sans panne.
Une case dit comment finit le passage frappé : **tué**, la phrase qu'il dit ([son code](messages.md)), ou **va au bout**. Il n'y a de case que si le
passage suivant a rendu **les mêmes tables et les mêmes fichiers**, au bit près, qu'un passage jamais frappé, et si rien de ce qui était publié n'a bougé entre les deux.

- **SIGKILL** : le programme est tué à la première écriture de l'étape, comme par une coupure de courant.
- **Disque plein** : le disque de la boutique est rempli au dernier octet quand l'étape commence (un vrai disque, en mémoire, quand le compte peut en monter un).
- **Disque en panne** : dès que l'étape commence, le système répond EIO à toute écriture dans la boutique.
- **Droits retirés** : quand l'étape commence, plus un fichier ni un dossier de la boutique n'est inscriptible pour le compte.
- **Base abîmée** : quand l'étape commence, un tiers de la base et de son journal est couvert d'octets quelconques.

Les étapes d'après `hold`, puis d'après `credit_notes`, partent d'une boutique dont le passage d'avant fut tué là : celles d'avant ne sont pas refaites.

Un tiret : cette case n'a pas encore été vue tenir sur cette version.

¹ : vu dans une suite de nuits frappées, une étape après l'autre, sans passage intact entre elles ; c'est le passage d'après la dernière qui a rendu
les mêmes octets.

D'autres pannes ont leurs tests : deux passages à la fois, une base coupée, une horloge qui recule, trente nuits de fichiers en retard, doublés ou coupés."""


def page_of(cells: Mapping[tuple[str, str], str]) -> str:
    """The whole page; a cell nobody saw is a dash."""
    rows = [
        [f"{code(step)} {words[0]}", *(cells.get((step, fault.name), UNSEEN) for fault in Fault)]
        for step, words in STEPS.items()
    ]
    return page(INTRODUCTION, table(["étape", *Fault], rows))


def write(cells: Mapping[tuple[str, str], str]) -> None:
    (DOCS / NAME).write_text(page_of(cells), encoding="utf-8")


def cells_shown() -> dict[tuple[str, str], str]:
    """The cells of the page as it stands, by step and fault."""
    lines = (DOCS / NAME).read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line.startswith("| `")]
    return {
        (row[0].split("`")[1], fault.name): cell.removesuffix(" |")
        for row in rows
        for fault, cell in zip(Fault, row[1:], strict=True)
    }
