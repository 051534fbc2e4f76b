"""The looks of cells, made once with openpyxl: a name for each, the number it bears in the file."""

from typing import Any

FRENCH = "[$-40C]"
MONEY = f"{FRENCH}#,##0.00;[Red]{FRENCH}-#,##0.00"
FORMATS = {
    "date": "dd/mm/yyyy",
    "money": MONEY,
    "side": f"{FRENCH}#,##0.00;[Red]{FRENCH}-#,##0.00;",
    "cost": f"{FRENCH}#,##0.00####",
    "quantity": f"{FRENCH}#,##0.###",
    "integer": f"{FRENCH}#,##0",
    "rate": f'{FRENCH}0.##" %"',
}
RIGHT = {"money", "side", "cost", "quantity", "integer", "rate"}
CENTERED = {"date", "state", "link"}
INK, PALE, HAIR, PAPER, ALARM = "1F3A5F", "E8EDF4", "C9D2DF", "FFF8DC", "B3261E"


def add_styles(workbook: Any) -> dict[str, int]:
    """Give the workbook every look, and say the number of each."""
    scratch = workbook.create_sheet()
    looks = {**_bodies(), **_totals(), **_words()}
    found = {name: _style_id(scratch.cell(row, 1), look) for row, (name, look) in enumerate(looks.items(), 1)}
    workbook.remove(scratch)
    return found


def _style_id(cell: Any, look: dict[str, Any]) -> int:
    for attribute, value in look.items():
        setattr(cell, attribute, value)
    return int(cell.style_id)


def _bodies() -> dict[str, dict[str, Any]]:
    from openpyxl.styles import Font, PatternFill

    kinds = ("text", "wrapped", "state", "link", "input", *FORMATS)
    looks = {kind: {"font": Font("Calibri", 10), "border": _hairline(), **_placing(kind)} for kind in kinds}
    looks["link"]["font"] = Font("Calibri", 10, color="0B5394", underline="single")
    looks["input"] |= {"fill": PatternFill("solid", PAPER)}
    for kind in ("money", "integer"):
        looks[f"{kind} strong"] = {**looks[kind], "font": Font("Calibri", 10, bold=True)}
    for kind in ("text", "wrapped", "state", "input"):
        looks[f"{kind} quoted"] = {**looks[kind], "quotePrefix": True}
    return looks


def _totals() -> dict[str, dict[str, Any]]:
    from openpyxl.styles import Font, PatternFill

    bold = {"font": Font("Calibri", 10, bold=True, color=INK), "fill": PatternFill("solid", PALE)}
    return {f"total {kind}": {**_placing(kind), **bold} for kind in ("text", *FORMATS)}


def _words() -> dict[str, dict[str, Any]]:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    white = Font("Calibri", 10, bold=True, color="FFFFFF")
    left = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
    right = Alignment(horizontal="right", vertical="center", wrap_text=True)
    below = {"font": Font("Calibri", 11, bold=True, color=INK), "border": Border(bottom=Side("medium", INK))}
    ink = {"font": white, "fill": PatternFill("solid", INK)}
    return {
        "heading": {"font": Font("Calibri", 16, bold=True, color=INK), "alignment": Alignment(vertical="center")},
        "section": {**below, "alignment": Alignment(horizontal="left")},
        "section right": {**below, "alignment": Alignment(horizontal="right")},
        "section center": {**below, "alignment": Alignment(horizontal="center")},
        "alarm": {"font": white, "fill": PatternFill("solid", ALARM), "alignment": Alignment(vertical="center")},
        "note": {"font": Font("Calibri", 9, italic=True, color="5B6675")},
        "text plain": {"font": Font("Calibri", 10)},
        "visa": {"font": Font("Calibri", 10), "border": _hairline(), "alignment": Alignment(vertical="bottom")},
        "label": {"font": Font("Calibri", 10), "border": _hairline()},
        "label wrapped": {
            "font": Font("Calibri", 10),
            "border": _hairline(),
            "alignment": Alignment(vertical="top", wrap_text=True),
        },
        "strong": {"font": Font("Calibri", 10, bold=True), "border": _hairline()},
        "header": {**ink, "alignment": left},
        "header center": {**ink, "alignment": Alignment(horizontal="center", vertical="center", wrap_text=True)},
        "header right": {**ink, "alignment": right},
        "header input": {"font": white, "fill": PatternFill("solid", "8A6D1F"), "alignment": left},
    }


def _placing(kind: str) -> dict[str, Any]:
    from openpyxl.styles import Alignment

    across = "right" if kind in RIGHT else "center" if kind in CENTERED else "left"
    wraps = kind in {"wrapped", "input"}
    indent = 1 if across == "left" else 0
    return {
        "alignment": Alignment(horizontal=across, vertical="top", wrap_text=wraps or None, indent=indent),
        "number_format": FORMATS.get(kind, "@" if kind == "text" else "General"),
    }


def _hairline() -> Any:
    from openpyxl.styles import Border, Side

    return Border(bottom=Side("hair", HAIR))
