"""Gathers what the cells of the matrix saw, whichever process saw it, and writes the page of the manual."""

import os

from tests.faults import page


def pytest_terminal_summary(terminalreporter) -> None:
    """The page is written by `make faults`; a cell that did not hold becomes a dash, one not tried stays as it was."""
    held, fallen = (_cells(terminalreporter.stats.get(outcome, [])) for outcome in ("passed", "failed"))
    terminalreporter.write_line(f"fault matrix: {len(held)} cells held, {len(fallen)} did not")
    if os.environ.get("LETTRAGE_FAULTS") == "all":
        page.write(page.cells_shown() | dict.fromkeys(fallen, page.UNSEEN) | held)


def _cells(reports) -> dict[tuple[str, str], str]:
    """What was seen by step and fault: in a cell of its own rather than in a night among nights."""
    seen = [seen for report in reports for seen in report.user_properties]
    nights = {tuple(value[:2]): f"{value[2]} ¹" for name, value in seen if name == "night"}
    return nights | {tuple(value[:2]): value[2] for name, value in seen if name == "cell"}
