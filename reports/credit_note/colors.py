"""The shop's colour, made readable on paper and tinted for backgrounds."""

import re

_HEX = re.compile(r"#[0-9a-fA-F]{6}")
USUAL = "#1f3a5f"
READABLE, LINEAR_BELOW = 4.5, 0.04045


def ink(color: str) -> str:
    """The colour, darkened until text in it stands out on white (WCAG AA: contrast 4.5)."""
    red, green, blue = _channels(color)
    while 1.05 / (_luminance(red, green, blue) + 0.05) < READABLE:
        red, green, blue = red * 9 // 10, green * 9 // 10, blue * 9 // 10
    return f"#{red:02x}{green:02x}{blue:02x}"


def tint(color: str, percent: int) -> str:
    """So many percent of the colour on white."""
    mixed = [(channel * percent + 255 * (100 - percent)) // 100 for channel in _channels(color)]
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def _channels(color: str) -> tuple[int, int, int]:
    known = color if _HEX.fullmatch(color) else USUAL
    return int(known[1:3], 16), int(known[3:5], 16), int(known[5:7], 16)


def _luminance(*channels: int) -> float:
    """Relative luminance (WCAG 2)."""
    linear = [_linear(channel / 255) for channel in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _linear(share: float) -> float:
    return share / 12.92 if share <= LINEAR_BELOW else float(((share + 0.055) / 1.055) ** 2.4)
