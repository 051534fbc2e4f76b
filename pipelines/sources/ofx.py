"""OFX statements, SGML 1.x and XML 2.x, read from the tree ofxtools makes of them.

Its object model is stricter than the banks (it refuses long account numbers and missing balances), so only its tree is
used. A comma or a dot may stand before the cents; the day is the bank's own, whatever the clock beside it.
"""

from collections.abc import Iterator
from decimal import Decimal
from io import BytesIO
import re
from xml.etree.ElementTree import Element

from pipelines.domain.messages import bank as messages
from pipelines.domain.refusals import Refusal
from pipelines.sources.bank_lines import BankLine, balance, numbered
from pipelines.sources.source import Document, Excluded, Reading, RecordSource, Rejected

STATEMENTS = ("STMTRS", "CCSTMTRS")
AMOUNT = re.compile(r"([+-]?)(\d{1,3}(?:[ \u00a0\u202f.,]?\d{3})*|\d+)(?:[.,](\d{1,2})0*)?")


def recognises(document: Document) -> bool:
    """An OFX header, or the root of one."""
    head = document.text[:4000].upper()
    return "OFXHEADER" in head or "<OFX>" in head


def read(document: Document) -> Iterator[Reading]:
    """One reading per transaction of every statement; a file without any is empty, not wrong."""
    lines: list[BankLine | Reading] = []
    row = 0
    for statement in (each for each in _tree(document).iter() if each.tag in STATEMENTS):
        currency = _text(statement, "CURDEF") or document.shop.get("currency") or "EUR"
        account = _account(statement)
        for transaction in statement.iter("STMTTRN"):
            row += 1
            lines.append(_line(row, transaction, account, currency))
        row += 1
        lines.extend(_balance(row, statement, account, currency))
    yield from numbered(lines)


def _balance(row: int, statement: Element, account: str, currency: str) -> Iterator[Reading]:
    """What the account holds at the end: OFX never says what it held before, so the next file is held to it."""
    stated = _amount(_text(statement, "LEDGERBAL", "BALAMT") or "")
    day = _day(_text(statement, "LEDGERBAL", "DTASOF") or "")
    if stated is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        yield balance(row, "LEDGERBAL", currency, Decimal(stated), None, account, day)


def _as_declared(document: Document) -> bytes:
    """The bytes in the code page the header names, where a bank wrote another one under its name, and tags in capitals."""
    content = document.content
    if b"\x00" in content or not content.isascii():
        text = re.sub(r'encoding="[^"]*"', 'encoding="UTF-8"', document.text, count=1, flags=re.IGNORECASE)
        content = text.encode("cp1252" if "1252" in text[:400] else "utf-8", "replace")
    return re.sub(rb"</?[A-Za-z][\w.]*>", lambda tag: tag[0].upper(), content)


def _tree(document: Document) -> Element:
    from ofxtools.header import OFXHeaderError
    from ofxtools.Parser import OFXTree, ParseError

    tree = OFXTree()
    try:
        tree.parse(BytesIO(_as_declared(document)))
    except (OFXHeaderError, ParseError, ValueError) as error:
        reason = "".join(sign for sign in str(error)[:200] if sign.isprintable())
        raise Refusal(messages.UNREADABLE, "", format="OFX", reason=reason) from None
    root = tree.getroot()
    if root is None:
        raise Refusal(messages.UNREADABLE, "", format="OFX", reason="-")
    return root


def _line(row: int, transaction: Element, account: str, currency: str) -> BankLine | Reading:
    written, posted = _text(transaction, "TRNAMT") or "", _text(transaction, "DTPOSTED") or ""
    amount = _amount(written)
    if amount is None:
        return Rejected(row, "TRNAMT", written, "not-an-amount")
    if _text(transaction, "TRNTYPE") == "HOLD":
        return Excluded(row, "hold")
    parts = (_text(transaction, "NAME"), _text(transaction, "PAYEE", "NAME"), _text(transaction, "MEMO"))
    words = [part for part in parts if part]
    return BankLine(
        row=row,
        account=account,
        booked_on=_day(posted),
        amount=amount,
        currency=_text(transaction, "CURRENCY", "CURSYM") or currency,
        label=" ".join(dict.fromkeys(words)) or _text(transaction, "TRNTYPE") or "-",
        id=_text(transaction, "FITID"),
        reference=_text(transaction, "CHECKNUM") or _text(transaction, "REFNUM"),
    )


def _day(written: str) -> str:
    return f"{written[:4]}-{written[4:6]}-{written[6:8]}"


def _amount(written: str) -> str | None:
    """Both decimal signs are used by banks; the last one before one or two digits is it."""
    found = AMOUNT.fullmatch(written.strip())
    if found is None:
        return None
    sign, whole, cents = found.groups()
    digits = re.sub(r"\D", "", whole)
    return f"{sign.replace('+', '')}{digits}.{(cents or '').ljust(2, '0')}"


def _account(statement: Element) -> str:
    holder = statement.find("BANKACCTFROM")
    if holder is None:
        holder = statement.find("CCACCTFROM")
    parts = (_text(holder, "BANKID"), _text(holder, "BRANCHID"), _text(holder, "ACCTID")) if holder is not None else ()
    return "".join(part.replace(" ", "") for part in parts if part) or "-"


def _text(element: Element | None, *path: str) -> str | None:
    for name in path:
        element = element.find(name) if element is not None else None
    return (element.text or "").strip() or None if element is not None else None


SOURCES = (RecordSource("ofx", recognises, read),)
