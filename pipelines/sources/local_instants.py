"""The dates of shops that write them without an offset: local time of the shop, turned into an instant."""

from datetime import UTC, datetime
import re
from zoneinfo import ZoneInfo

LOCAL = re.compile(r"(\d{4}-\d\d-\d\d)[T ]?(\d\d:\d\d(?::\d\d)?)?(?:\.\d+)?")
FRENCH = re.compile(r"(\d\d)/(\d\d)/(\d{4})(?: (?:à )?(\d\d:\d\d(?::\d\d)?))?")


def instant(value: str | None, zone: str) -> str | None:
    """An instant in UTC from a local day and clock; what has its offset, or is no date, is passed on as it stands."""
    if value is None:
        return None
    french = FRENCH.fullmatch(value)
    iso = f"{french[3]}-{french[2]}-{french[1]} {french[4] or '00:00'}" if french else value
    local = LOCAL.fullmatch(iso)
    if local is None:
        return value
    try:
        moment = datetime.fromisoformat(f"{local[1]} {local[2] or '00:00'}").replace(tzinfo=ZoneInfo(zone))
    except ValueError:
        return value
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
