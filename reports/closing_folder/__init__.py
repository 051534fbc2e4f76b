"""The closing folder of a month as one zip: the same records give the same bytes, today or next year."""

from io import BytesIO
import json
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from pipelines.domain.closing_folder import ClosingFolder, Evidence
from reports.closing_folder.description import description
from reports.closing_folder.manifest import MANIFEST, manifest

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
LEVEL = 3
"""Of compression: a higher one takes twice the time for three per cent of the size."""
COMPRESSED = (".xlsx", ".pdf", ".parquet", ".zip", ".png")


def closing_folder_name(month: str) -> str:
    """The file's name on the shelf."""
    return f"dossier-{month}.zip"


def closing_folder_zip(folder: ClosingFolder) -> bytes:
    """Everything of the month under one folder, in the order of names; entries bear no date, owner or machine."""
    root = f"dossier-{folder.period.month}"
    made, sources = _made(folder), {file.path: file.source for file in folder.files}
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for path in sorted([*made, *sources]):
            entry = made[path] if path in made else sources[path].read_bytes()
            archive.writestr(_entry(f"{root}/{path}"), entry, compresslevel=LEVEL)
    return content.getvalue()


def _made(folder: ClosingFolder) -> dict[str, bytes]:
    """The files that only this folder has: evidence, seal, description, and the manifest of all."""
    hashes = {file.path: file.sha256 for file in folder.files}
    made = {f"preuves/{item.file_name}.json": _proof(item, hashes) for item in folder.evidence}
    made["cloture.json"] = _closing(folder)
    made["description.txt"] = description(folder).encode()
    return {**made, MANIFEST: manifest(folder.files, made)}


def _proof(item: Evidence, hashes: dict[str, str]) -> bytes:
    paper = f"avoirs/{item.file_name}.pdf"
    document = {"fichier": paper, "sha256": hashes[paper]} if paper in hashes else None
    return _json({"avoir": item.credit_note_number, "document": document, "faits": item.facts})


def _closing(folder: ClosingFolder) -> bytes:
    period = folder.period
    facts = {
        "mois": period.month,
        "arrete_au": folder.until.isoformat(),
        "etat": period.state,
        "empreinte": period.hash,
        "empreinte_du_mois_precedent": period.previous_hash,
        "prepare_par": period.prepared_by,
        "approuve_par": period.approved_by,
        "scelle_le": period.sealed_at,
        "boutique": folder.shop.identity.legal_name or folder.shop.identity.name,
        "siren": folder.shop.identity.siren,
    }
    return _json(facts)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, FIRST_DAY)
    entry.compress_type = ZIP_STORED if name.endswith(COMPRESSED) else ZIP_DEFLATED
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    return entry


def _json(facts: object) -> bytes:
    return (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode()
