"""When Lettrage runs by itself under Dagster: every night, and when files are dropped and stay still."""

import dagster as dg

from assets.clock import Clock
from assets.defs.jobs import NIGHTLY
from assets.defs.partitions import SHOPS, range_tags
from assets.home import months_to_run, settled_inbox, shop_roots


def night_request(context: dg.ScheduleEvaluationContext | dg.SensorEvaluationContext, key: str) -> dg.RunRequest:
    """One run over every shop and open month of this place."""
    roots = shop_roots()
    names = [root.resolve().name for root in roots]
    context.instance.add_dynamic_partitions(str(SHOPS.name), names)
    months = months_to_run(roots, Clock().today())
    return dg.RunRequest(run_key=key, tags=range_tags((months[0], months[-1]), (names[0], names[-1])))


@dg.schedule(
    job=NIGHTLY,
    cron_schedule="0 3 * * *",
    execution_timezone="Europe/Paris",
    default_status=dg.DefaultScheduleStatus.RUNNING,
)
def every_night(context: dg.ScheduleEvaluationContext) -> dg.RunRequest:
    """Every open month of every shop, at three in the morning."""
    return night_request(context, f"night-{context.scheduled_execution_time:%Y-%m-%d}")


@dg.sensor(job=NIGHTLY, minimum_interval_seconds=60, default_status=dg.DefaultSensorStatus.STOPPED)
def inbox(context: dg.SensorEvaluationContext) -> dg.SensorResult:
    """Files dropped in an inbox, once they have stopped growing."""
    seen = settled_inbox(shop_roots(), context.cursor or "")
    requests = [night_request(context, seen.key)] if seen.is_new else []
    return dg.SensorResult(run_requests=requests, cursor=seen.cursor)
