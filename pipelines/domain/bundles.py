"""Bundles: what is sold under one code and leaves the shelf as several articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
import re

from pipelines.domain.messages import stock as messages
from pipelines.domain.refusals import Refusal

_COMPONENT = re.compile(r"(?:(\d+(?:\.\d{1,3})?)\s*x\s+)?(\S+)")


@dataclass(frozen=True, slots=True)
class Component:
    """How many of one article a bundle holds."""

    bundle_sku: str
    sku: str
    quantity: Decimal


def read_bundles(lines: Sequence[str]) -> list[Component]:
    """Read `COFFRET = 2 x SAVON + BOUGIE`, one bundle a line. Raises Refusal naming a line that says otherwise."""
    return [component for line in lines for component in _bundle(line)]


def _bundle(line: str) -> list[Component]:
    bundle_sku, equals, content = line.partition("=")
    found = [_COMPONENT.fullmatch(part.strip()) for part in content.split(" + ")]
    if not equals or not bundle_sku.strip() or not all(found):
        raise Refusal(messages.UNREADABLE_BUNDLE, "shop.toml, [stock] bundles", line=line)
    return [Component(bundle_sku.strip(), match[2], Decimal(match[1] or 1)) for match in found if match]
