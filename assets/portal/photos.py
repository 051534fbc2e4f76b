"""Photos of what arrived, as evidence: drawn anew so that nothing but the picture is kept, and put beside the order."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path
import re

from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import portal as messages
from pipelines.domain.refusals import Refusal

MOST = 6
MOST_BYTES = 12 * 1024 * 1024
MOST_PIXELS = 60_000_000
LONGEST_SIDE = 1600
FORMATS = ("JPEG", "PNG", "WEBP")
NAME = re.compile(r"[0-9TZ-]{1,24}-[0-9a-f]{12}\.jpg")


def drawn_anew(content: bytes) -> bytes:
    """The picture alone, as JPEG of 1600 points at most: no place, no owner, nothing that could run.

    Raises Refusal when it is too heavy or no picture.
    """
    if len(content) > MOST_BYTES:
        raise Refusal(messages.PHOTO_TOO_HEAVY, most=MOST_BYTES // 1024 // 1024)
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            image.verify()
        with Image.open(BytesIO(content), formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise Refusal(messages.NOT_A_PHOTO)
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Refusal(messages.NOT_A_PHOTO) from None
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    drawn = BytesIO()
    Image.frombytes("RGB", upright.size, upright.tobytes()).save(drawn, "JPEG", quality=82)
    return drawn.getvalue()


def keep_photo(shop: ShopFolder, order_id: str, instant: str, drawn: bytes) -> str:
    """Put a photo beside its order; its name bears the instant and what it is made of."""
    folder = shop.photos_of(order_id)
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{instant.replace(':', '')}-{sha256(drawn).hexdigest()[:12]}.jpg"
    (folder / name).write_bytes(drawn)
    return name


def photos_of(shop: ShopFolder, order_id: str | None) -> list[str]:
    """The names of an order's photos, the first taken first."""
    folder = shop.photos_of(order_id) if order_id else None
    return sorted(path.name for path in folder.glob("*.jpg")) if folder and folder.is_dir() else []


def photo_path(shop: ShopFolder, order_id: str, name: str) -> Path:
    """Where a photo stands. Raises Refusal when there is none of that name."""
    path = shop.photos_of(order_id) / name
    if not NAME.fullmatch(name) or not path.is_file():
        raise Refusal(messages.NOT_FOUND)
    return path
