"""ecarts.md, made from the closed list of breaks and of what may be decided."""

from pipelines.domain.breaks import KINDS
from pipelines.domain.decided_rows import ALLOWED
from pipelines.domain.decision_sheet import BREAK_WORDS
from tests.manual.markdown import code, page, table

INTRODUCTION = """# Les écarts

Un écart est une chose qui ne s'accorde pas entre le document, l'argent et la marchandise. La liste est fermée. Chaque écart porte ce
qui était attendu, ce qui est trouvé, son âge, la TVA en jeu et une action proposée. « Décisions » dit ce que le comptable peut
choisir dans le classeur ou le portail ; sans décision possible, c'est la pièce ou le stock qu'il faut corriger, puis le passage suivant
constate que l'écart a disparu.

Un écart est `open` (ouvert), `decided` (quelqu'un s'est prononcé : passé en perte, ignoré, accepté) ou `closed` (clos). Est clos ce qui ne
s'accordait pas un jour passé et s'accorde aujourd'hui d'après les dates des pièces elles-mêmes : un avoir remboursé après son
échéance, un remboursement documenté après coup, un remboursement échoué puis refait. Un écart clos dit ce qui l'a clos, et son âge est
le temps qu'il est resté ouvert ; il n'est dans aucune file. Les mêmes exports donnent donc les mêmes écarts clos, même si l'entrepôt
est refait.

L'avoir dont le remboursement attend chez le prestataire, ou qui fut émis pour un litige perdu, reste un écart mais le dit, et propose
autre chose que de rembourser : le client serait payé deux fois.

Tant qu'un avoir échu n'est pas remboursé, l'écart et la preuve du retour disent la majoration légale courue au jour de l'arrêté
(art. L242-4, L241-4 et L241-6 du code de la consommation), calculée sur ce qui reste dû."""
MEANINGS = """## Ce que fait une décision

| décision | effet |
| --- | --- |
| Confirmer | la paire proposée est lettrée |
| Refuser | la paire proposée n'est plus proposée |
| Délettrer | la paire est défaite |
| Rapprocher | lettrer avec l'avoir ou le remboursement écrit dans « Précision » |
| Passer en perte | la somme ne sera ni rendue ni récupérée |
| Ignorer | le mouvement ne concerne pas un retour |
| Accepter | l'écart est connu et admis ; il sort de la file |
| Annuler la décision | tout redevient comme avant elle |

Une décision s'écrit une fois dans le registre et n'est jamais effacée : on l'annule par une autre."""


def breaks_page() -> str:
    words = {action: word for word, action in BREAK_WORDS.items()}
    rows = (
        (kind.french, kind.action(), ", ".join(words[action] for action in ALLOWED.get(kind.code, ())), code(kind.code))
        for kind in KINDS
    )
    return page(INTRODUCTION, table(["écart", "que faire", "décisions", "code"], rows), MEANINGS)
