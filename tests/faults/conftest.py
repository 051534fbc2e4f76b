"""Gathers what the cells of the matrix saw, whichever process saw it, and writes the page of the manual."""

import os

from tests.faults import page


def pytest_terminal_summary(terminalreporter) -> None:
    """The page is written by a whole run; a cell that did not hold, or could not be tried, is a dash."""
    seen = [seen for report in terminalreporter.stats.get("passed", []) for seen in report.user_properties]
    nights = {tuple(value[:2]): f"{value[2]} ¹" for name, value in seen if name == "night"}
    cells = {**nights, **{tuple(value[:2]): value[2] for name, value in seen if name == "cell"}}
    terminalreporter.write_line(f"fault matrix: {len(cells)} cells held")
    if os.environ.get("LETTRAGE_FAULTS") == "all":
        page.write(cells)
