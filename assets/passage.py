"""One passage of Lettrage over one shop: everything its steps need, held open together, and what they said."""

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from assets.clock import Clock
from assets.lock import held
from assets.press import Press
from pipelines.domain.folder import ShopFolder
from pipelines.domain.messages import command as messages
from pipelines.domain.refusals import Refusal
from pipelines.domain.shop import NAME, Shop, read_shop
from pipelines.domain.summaries import Summary
from pipelines.domain.vat_return import VatAmount
from pipelines.steps.month_vat import return_amounts
from pipelines.steps.progress import inputs_digest, once
from pipelines.steps.publish import Edition, edition, last_report
from pipelines.steps.tables import Fingerprints, fingerprints
from pipelines.warehouse import Warehouse, open_warehouse
from pipelines.warehouse.connection import Corrupt, Engine, set_aside

MEMORY = "1500MB"
Step = Callable[["Passage"], Summary | None]
MonthStep = Callable[["Passage", str], Summary]


@dataclass
class Passage:
    """The shop's folder, settings, warehouse and new edition, with the day looked from and the instant it began."""

    folder: ShopFolder
    shop: Shop
    as_of: date
    at: str
    warehouse: Warehouse
    edition: Edition
    documents: str = ""
    is_rebuilt: bool = False
    refused_before: int = 0
    letter: str = ""
    press: Press = field(default_factory=Press)
    reading: Future[Summary] | None = None
    told: dict[str, Summary] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    returns: dict[str, Sequence[VatAmount]] = field(default_factory=dict)

    @cached_property
    def inputs(self) -> str:
        """Everything the steps after reading depend on, as one digest: files, register, settings, day, our own code.

        Reckoned once: what a person decides while the passage goes on is for the next one.
        """
        return inputs_digest(self.warehouse, self.folder, self.as_of)

    @cached_property
    def fingerprints(self) -> Fingerprints:
        """What every table holds once the steps that fill them are done: asked by those that publish only."""
        return fingerprints(self.warehouse)

    def returned(self, month: str) -> Sequence[VatAmount]:
        """What a month's VAT return is made of: two of its files ask, it is worked out once."""
        if month not in self.returns:
            self.returns[month] = return_amounts(self.warehouse, self.shop, month)
        return self.returns[month]

    @cached_property
    def shown_months(self) -> list[str]:
        """The months that stand on the shelf, oldest first: with facts, running, or sealed."""
        return [month for (month,) in self.warehouse.rows("out/shown_months", as_of=self.as_of)]

    @cached_property
    def months(self) -> list[str]:
        """The months to publish, oldest first: those on the shelf but for the sealed, which are left alone."""
        sealed = {month for (month,) in self.warehouse.rows("out/sealed_months")}
        return [month for month in self.shown_months if month not in sealed]

    def changed_months(self, names: Collection[str]) -> list[str]:
        """The months to publish where one of the named steps has something new to go by, and always the last month."""
        made_from = self._made_from(self.inputs)
        done = {month for month in self.months if self._is_done(month, names, made_from)}
        return [month for month in self.months if month not in done or month == self.months[-1]]

    @property
    def exit_code(self) -> int:
        """The exit code this passage asks for (design.md): a control that differs, something newly refused, or none."""
        if self.warehouse.rows("out/differing_count", months=self.months)[0][0]:
            return 4
        return 3 if self.newly_refused else 0

    @property
    def newly_refused(self) -> int:
        """Files and rows refused by this passage, or by one that died before it could say so."""
        read = self.told["ingest"].figures if "ingest" in self.told else {}
        now = int(read.get("files_refused", 0)) + int(read.get("rows_rejected", 0))
        return max(now, self.refused - self.refused_before)

    @property
    def refused(self) -> int:
        """How many files and rows of exports were ever refused."""
        return int(self.warehouse.rows("out/refused_count")[0][0])

    def once(self, name: str, step: Step) -> Summary:
        """What a step said, without doing it again when nothing it depends on has changed."""
        return once(self.warehouse, name, self.inputs, lambda: step(self))

    def once_a_month(self, name: str, month: str, step: MonthStep, inputs: str) -> Summary:
        """The same for a file of a month: left as it stands in the edition before when nothing has changed.

        `inputs` are the passage's own, reckoned once for all months.
        """
        note, made_from = _note(month, name), self._made_from(inputs)
        if self.edition.is_made_from(note, made_from):
            return Summary(name, {"kept": 1})
        summary = step(self, month)
        self.edition.digests[note] = made_from
        return summary

    def _is_done(self, month: str, names: Collection[str], made_from: str) -> bool:
        return all(self.edition.is_made_from(_note(month, name), made_from) for name in names)

    def _made_from(self, inputs: str) -> str:
        return f"{inputs} {self.documents}"


def _note(month: str, name: str) -> str:
    """What an edition calls a step done for a month."""
    return f"{month}/#{name}"


@contextmanager
def passage(
    root: Path, as_of: date | None = None, documents: str = "", holder: str = "run", engine: str = ""
) -> Iterator[Passage]:
    """Open a shop for one passage, alone; `engine` is the address of what works out its sets, if DuckDB does not.

    Raises Refusal when there is no shop, or someone else writes in it.
    """
    folder, shop = shop_at(root)
    clock = Clock(shop.identity.time_zone)
    day = clock.as_of(as_of)
    with held(folder, holder, clock), ExitStack() as stack:
        warehouse, is_rebuilt = _warehouse(stack, folder, clock)
        warehouse = replace(warehouse, engine=_engine(engine, folder))
        new = stack.enter_context(edition(folder))
        opened = Passage(folder, shop, day, clock.instant(), warehouse, new, documents, is_rebuilt)
        opened.refused_before = int(last_report(folder).get("refused", 0))
        yield opened


def _warehouse(stack: ExitStack, folder: ShopFolder, clock: Clock) -> tuple[Warehouse, bool]:
    """The warehouse, and whether it begins anew because the old file could not be read."""
    try:
        return stack.enter_context(open_warehouse(folder.warehouse, memory=MEMORY)), False
    except Corrupt:
        set_aside(folder.warehouse, clock.instant())
        return stack.enter_context(open_warehouse(folder.warehouse, memory=MEMORY)), True


def _engine(address: str, folder: ShopFolder) -> Engine | None:
    """What works out the sets in DuckDB's stead, if anything does."""
    if not address:
        return None
    from pipelines.warehouse.spark.session import Spark

    return Spark(address, folder.exchange)


def shop_at(root: Path) -> tuple[ShopFolder, Shop]:
    """A shop's folder and settings. Raises Refusal when the folder is no shop's."""
    if not (root / NAME).exists() and not (root / "inbox").is_dir():
        raise Refusal(messages.NO_SHOP, str(root), folder=root)
    return ShopFolder(root), read_shop(root)
