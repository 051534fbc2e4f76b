"""One file per page of the portal."""

from assets.portal.views import (
    coverage,
    dashboard,
    demand,
    door,
    files,
    firm,
    months,
    night,
    owed,
    queues,
    reception,
    story,
)

VIEWS = tuple(
    view.router
    for view in (door, firm, months, files, dashboard, queues, owed, reception, story, night, coverage, demand)
)
