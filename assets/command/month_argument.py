"""The argument MONTH of the verbs that take one."""

from collections.abc import Callable
import re
from typing import Any

import click

from pipelines.domain.messages import command as messages
from pipelines.domain.refusals import Refusal

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def month_argument(function: Callable[..., Any]) -> Callable[..., Any]:
    """`YYYY-MM`. Raises Refusal on anything else."""
    return click.argument("month", metavar="MOIS", callback=_month)(function)


def _month(_context: click.Context, _argument: click.Parameter, value: str) -> str:
    if not _MONTH.fullmatch(value):
        raise Refusal(messages.NOT_A_MONTH, "MOIS", value=value)
    return value
