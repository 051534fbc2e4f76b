"""Closes a month: seals it, posts it as sealed, and hands its files over once and for all."""

from datetime import date
from pathlib import Path

from assets.documents import publish_documents
from assets.passage import Passage, passage
from assets.publishing import (
    publish_closing_folder,
    publish_controls,
    publish_dashboard,
    publish_exports,
    publish_month_tables,
    publish_tables,
    publish_workbook,
)
from pipelines.domain.periods import Period, State
from pipelines.steps.close import Closing, close, deliver
from pipelines.steps.control import control, last_look
from pipelines.steps.hold import hold
from pipelines.steps.post import post
from pipelines.steps.publish import switch
from pipelines.steps.tables import note_tables
from pipelines.steps.verify import shelf_files

MONTH_FILES = (
    publish_workbook,
    publish_exports,
    publish_documents,
    publish_dashboard,
    publish_controls,
    publish_month_tables,
    publish_closing_folder,
)


def close_month(root: Path, month: str, author: str, as_of: date | None = None) -> Period:
    """Take a month as far as this person may; once sealed, its files are made a last time and their hashes recorded."""
    with passage(root, as_of, holder="close") as opened:
        closing = Closing(month, author, opened.at, opened.as_of)
        period = close(opened.warehouse, opened.folder, opened.shop, closing)
        if period.state == State.SEALED:
            _hand_over(opened, closing)
        return period


def _hand_over(opened: Passage, closing: Closing) -> None:
    looked = last_look(opened.warehouse)
    hold(opened.warehouse, opened.folder)
    post(opened.warehouse, opened.shop, looked)
    control(opened.warehouse, opened.shop, looked)
    opened.as_of = looked
    for publish in MONTH_FILES:
        publish(opened, closing.month)
    publish_tables(opened)
    note_tables(opened.warehouse)
    switch(opened.folder, opened.edition)
    deliver(opened.folder, closing, shelf_files(opened.folder.published / closing.month))
