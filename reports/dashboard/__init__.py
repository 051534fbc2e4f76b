"""The merchant's dashboard: one self-contained page, offline, printable, the same in the portal."""

from reports.dashboard.page import dashboard_page

__all__ = ["dashboard_page"]
