"""Renders the dashboard into one self-contained HTML file."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pipelines.domain.dashboard import Dashboard
from reports.dashboard.charts import chart_data
from reports.dashboard.view import View

if TYPE_CHECKING:
    from jinja2 import Template

FOLDER = Path(__file__).parent
STATIC = FOLDER.parent / "static"


def dashboard_page(record: Dashboard) -> bytes:
    """The whole page, script, style and figures inside; it fetches nothing."""
    view = View(record)
    page = _template().render(
        view=view,
        record=record,
        words=view.words,
        figures=chart_data(view),
        style=_static(FOLDER / "dashboard.css"),
        library=_static(STATIC / "echarts.common.min.js"),
        script=_static(FOLDER / "dashboard.js"),
    )
    return page.encode()


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("dashboard.html.j2")


@cache
def _static(path: Path) -> str:
    return path.read_text(encoding="utf-8")
