"""One file per page of the portal."""

from assets.portal.views import dashboard, door, files, months

VIEWS = (door.router, months.router, files.router, dashboard.router)
