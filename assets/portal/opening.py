"""Opens the portal over one shop's folder, or over a folder of shops."""

from pathlib import Path
import re
import unicodedata

from assets.portal.gate import Portal
from assets.portal.people import NAME, read_people
from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import portal as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import NAME as SETTINGS


def portal_over(root: Path, *, several: bool, is_encrypted: bool) -> Portal:
    """The portal. Raises Refusal when nobody may enter yet."""
    if not read_people(root / NAME):
        raise Refusal(messages.NOBODY, str(root / NAME))
    return Portal(root, shop_names(root, several=several), is_encrypted=is_encrypted)


def shop_names(root: Path, *, several: bool) -> dict[str, ShopFolder]:
    """The shops by the name their addresses bear."""
    folders = sorted(path.parent for path in root.glob(f"*/{SETTINGS}")) if several else [root.resolve()]
    return {_address(folder.name): ShopFolder(folder) for folder in folders}


def _address(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "boutique"
