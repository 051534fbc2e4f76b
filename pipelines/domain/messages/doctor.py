"""What `lettrage doctor` may find, and how it is mended."""

from pipelines.domain.messages import Message

WAREHOUSE_UNREADABLE = Message(
    "doctor-warehouse-unreadable",
    "l'entrepôt ne se lit plus ({reason}).",
    "Rien n'est perdu : lettrage run le met de côté et le rebâtit depuis archive/ et register/.",
    "the warehouse can no longer be read ({reason}).",
    "Nothing is lost: lettrage run sets it aside and builds it anew from archive/ and register/.",
)
WAREHOUSE_OF_ANOTHER_VERSION = Message(
    "doctor-warehouse-of-another-version",
    "l'entrepôt vient d'une autre version de Lettrage.",
    "lettrage run le met à jour, une copie gardée à côté ; s'il vient d'une version plus récente, mettez Lettrage à jour.",
    "the warehouse comes from another version of Lettrage.",
    "lettrage run brings it forward, a copy kept beside it; if it comes from a later version, upgrade Lettrage.",
)
ARCHIVE_ALTERED = Message(
    "doctor-archive-altered",
    "ce fichier n'est plus tel qu'il fut lu.",
    "Remettez-le de la dernière sauvegarde (lettrage restore), ou déposez de nouveau l'export d'origine.",
    "this file is no longer as it was read.",
    "Put it back from the last backup (lettrage restore), or drop the original export again.",
)
PAPER_MISSING = Message(
    "doctor-paper-missing",
    "le PDF de {number} n'est plus là tel qu'il fut émis.",
    "Remettez ce dossier de la dernière sauvegarde (lettrage restore) ; d'ici là, le PDF est refait à l'identique du texte.",
    "the PDF of {number} as it was issued is no longer there.",
    "Put this folder back from the last backup (lettrage restore); until then the PDF is made again with the same text.",
)
SHELF_BROKEN = Message(
    "doctor-shelf-broken",
    "l'édition publiée est incomplète ({reason}).",
    "Supprimez published (le lien seulement), puis : lettrage run",
    "the published edition is not whole ({reason}).",
    "Remove published (the link only), then: lettrage run",
)
DISK_SHORT = Message(
    "doctor-disk-short",
    "il ne reste que {free} Mo libres ; il en faut {needed}.",
    "Libérez de la place avant la prochaine nuit.",
    "only {free} MB are free; {needed} are needed.",
    "Free some space before the next night.",
)
NO_PAPER = Message(
    "doctor-no-paper",
    "les PDF ne peuvent pas être produits ({reason}).",
    "Installez Pango et des polices (Debian : apt-get install libpango-1.0-0 libpangoft2-1.0-0 fonts-dejavu-core).",
    "the PDFs cannot be produced ({reason}).",
    "Install Pango and fonts (Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 fonts-dejavu-core).",
)
