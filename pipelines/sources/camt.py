"""ISO 20022 bank statements: CAMT.053, CAMT.052 and CAMT.054, whatever their version and namespace.

Booked entries only: what is pending or for information has not moved. Amounts are unsigned beside credit or debit. A batch
whose details have amounts that add up to the entry is read detail by detail, so that a payout in it is found.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from lxml import etree

from pipelines.sources.bank_lines import BankLine, balance, numbered
from pipelines.sources.signed_amounts import exact, plain
from pipelines.sources.source import Document, Excluded, Reading, RecordSource, Rejected, Total

BODIES = {"BkToCstmrStmt", "BkToCstmrAcctRpt", "BkToCstmrDbtCdtNtfctn"}
ABSENT_REFERENCES = {"NONREF", "NOTPROVIDED", "NOT PROVIDED", ""}


def recognises(document: Document) -> bool:
    """A CAMT document holds one of three messages, in any version's namespace."""
    root = document.xml
    return root is not None and any(_name(child) in BODIES for child in root)


def read(document: Document) -> Iterator[Reading]:
    """One reading per booked entry, or per detail of a batch that adds up."""
    root = document.xml
    assert root is not None
    lines: list[BankLine | Reading] = []
    row = 0
    for statement in (each for body in root for each in body if _name(each) in {"Stmt", "Rpt", "Ntfctn"}):
        account = _account(statement)
        for entry in _children(statement, "Ntry"):
            row += 1
            lines.extend(_entry(row, entry, account))
        for total in _totals(row, statement):
            row += 1
            lines.append(total)
    yield from numbered(lines)


def _entry(row: int, entry: etree._Element, account: str) -> Iterator[BankLine | Reading]:
    status = _text(entry, "Sts", "Cd") or _text(entry, "Sts") or "BOOK"
    line = _line(row, entry, account)
    if status != "BOOK":
        yield Excluded(row, "pending")
    elif line is None:
        yield Rejected(row, "Amt", _text(entry, "Amt") or "", "not-an-amount")
    else:
        details = [_detail(line, found) for found in _descendants(entry, "TxDtls")]
        whole = [detail for detail in details if detail is not None]
        is_batch = (
            len(whole) > 1
            and len(whole) == len(details)
            and sum(exact(each.amount) or 0 for each in whole) == exact(line.amount)
        )
        yield from whole if is_batch else [_labelled(line, entry)]


def _line(row: int, entry: etree._Element, account: str) -> BankLine | None:
    amount = _signed(entry)
    element = _child(entry, "Amt")
    if amount is None or element is None:
        return None
    dates = (_text(entry, name, kind) for name in ("BookgDt", "ValDt") for kind in ("Dt", "DtTm"))
    booked = next((day for day in dates if day), None) or _closing_day(_statement(entry))
    reference = _text(entry, "AcctSvcrRef") or _text(entry, "NtryRef")
    return BankLine(
        row=row,
        account=account,
        booked_on=booked[:10],
        amount=plain(amount),
        currency=element.get("Ccy") or "",
        label=_text(entry, "AddtlNtryInf") or "",
        id=None if (reference or "").upper() in ABSENT_REFERENCES else reference,
    )


def _statement(entry: etree._Element) -> etree._Element:
    statement = entry.getparent()
    assert statement is not None
    return statement


def _closing_day(statement: etree._Element) -> str:
    """The day a statement closes on; an entry that leaves its day out was booked by then."""
    days = [
        _text(found, "Dt", "Dt")
        for found in _children(statement, "Bal")
        if _text(found, "Tp", "CdOrPrtry", "Cd") == "CLBD"
    ]
    return next((day for day in days if day), None) or _text(statement, "CreDtTm") or ""


def _signed(element: etree._Element) -> Decimal | None:
    """The amount under its sign; a reversal that says so is already a debit or a credit of its own."""
    value = exact(_text(element, "Amt"))
    if value is None:
        return None
    return -value if _text(element, "CdtDbtInd") == "DBIT" else value


def _labelled(line: BankLine, entry: etree._Element) -> BankLine:
    found = _descendants(entry, "TxDtls")
    return _described(line, found[0]) if len(found) == 1 else _described(line, entry)


def _described(line: BankLine, details: etree._Element) -> BankLine:
    """The label people know a transfer by: who, for what, and what the bank adds."""
    side = "Cdtr" if line.amount.startswith("-") else "Dbtr"
    party = _text(details, "RltdPties", side, "Nm") or _text(details, "RltdPties", side, "Pty", "Nm")
    told = [each.text for each in _descendants(details, "Ustrd")] + [
        _text(each, "Ref") for each in _descendants(details, "CdtrRefInf")
    ]
    words = [word.strip() for word in (party, *told, _text(details, "AddtlTxInf"), line.label) if word and word.strip()]
    reference = _text(details, "Refs", "EndToEndId")
    known = reference if (reference or "").upper() not in ABSENT_REFERENCES else None
    return replace(line, label=" ".join(dict.fromkeys(words)) or line.id or "-", reference=known or line.id)


def _detail(line: BankLine, details: etree._Element) -> BankLine | None:
    amount = exact(_text(details, "Amt")) or exact(_text(details, "AmtDtls", "TxAmt", "Amt"))
    element = _child(details, "Amt")
    currency = element.get("Ccy") if element is not None else line.currency
    if not amount or currency != line.currency:
        return None
    side = _text(details, "CdtDbtInd") or ("DBIT" if line.amount.startswith("-") else "CRDT")
    own = _text(details, "Refs", "AcctSvcrRef") or line.id
    return _described(replace(line, amount=plain(-amount if side == "DBIT" else amount), id=own), details)


def _totals(row: int, statement: etree._Element) -> list[Total]:
    """What the statement prints of itself: its closing balance, and how many entries of how much it holds."""
    return [replace(total, source_row=row + rank) for rank, total in enumerate(_printed(statement), start=1)]


def _printed(statement: etree._Element) -> Iterator[Total]:
    entries = _children(statement, "Ntry")
    booked = [each for each in entries if (_text(each, "Sts", "Cd") or _text(each, "Sts")) in {None, "BOOK"}]
    currency = _currency(statement)
    balances = {_text(found, "Tp", "CdOrPrtry", "Cd"): _signed(found) for found in _children(statement, "Bal")}
    opening, closing = balances.get("OPBD", balances.get("PRCD")), balances.get("CLBD")
    if _name(statement) == "Stmt" and opening is not None and closing is not None:
        led_to, day = opening + _sum(booked), _closing_day(statement)
        yield balance(0, "CLBD", currency, closing, led_to, _account(statement), day[:10])
    for name, side in (("TtlNtries", None), ("TtlCdtNtries", "CRDT"), ("TtlDbtNtries", "DBIT")):
        of_side = [each for each in entries if side in {None, _text(each, "CdtDbtInd")}]
        stated, count = (_text(statement, "TxsSummry", name, each) for each in ("Sum", "NbOfNtries"))
        if stated and exact(stated) is not None:
            found = sum((abs(_signed(each) or Decimal(0)) for each in of_side), Decimal(0))
            yield Total(0, name, currency, plain(exact(stated) or Decimal(0)), plain(found))
        if count and count.isdecimal():
            yield Total(0, f"{name} NbOfNtries", "", str(int(count)), str(len(of_side)))


def _sum(entries: Iterable[etree._Element]) -> Decimal:
    return sum((_signed(entry) or Decimal(0) for entry in entries), Decimal(0))


def _currency(statement: etree._Element) -> str:
    amounts = (_child(entry, "Amt") for entry in _children(statement, "Ntry"))
    said = _text(statement, "Acct", "Ccy")
    return said or next((amount.get("Ccy") or "" for amount in amounts if amount is not None), "")


def _account(statement: etree._Element) -> str:
    return _text(statement, "Acct", "Id", "IBAN") or _text(statement, "Acct", "Id", "Othr", "Id") or "-"


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _children(element: etree._Element, name: str) -> list[etree._Element]:
    return [child for child in element if _name(child) == name]


def _child(element: etree._Element, name: str) -> etree._Element | None:
    return next(iter(_children(element, name)), None)


def _descendants(element: etree._Element, name: str) -> list[etree._Element]:
    return list(element.iter("{*}" + name))


def _text(element: etree._Element, *path: str) -> str | None:
    found: etree._Element | None = element
    for name in path:
        found = _child(found, name) if found is not None else None
    return (found.text or "").strip() or None if found is not None else None


SOURCES = (RecordSource("camt", recognises, read),)
