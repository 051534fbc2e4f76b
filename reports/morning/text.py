"""The letter as plain text, for e-mail: what changed and how much there is to do; no name, no address of anyone."""

from collections.abc import Iterator

from pipelines.domain.breaks import break_words
from pipelines.domain.money import in_words
from pipelines.domain.morning import Morning
from reports.morning.words import counted, words


def morning_text(record: Morning) -> str:
    """The whole letter; the list itself stands on the shelf."""
    return "\n".join(_lines(record)) + "\n"


def morning_subject(record: Morning) -> str:
    """One line: the shop, the day, how much there is to do or that nothing is new."""
    said = words(record.language)
    chores = len(record.debts) + len(record.drafts) + len(record.breaks)
    told = f"{chores} {said['to_do']}" if chores else said["nothing_new"]
    return f"Lettrage · {record.shop_name} · {record.as_of:%d/%m/%Y}{said['colon']}{told}"


def refused_text(record: Morning) -> str:
    """Each refusal as people read it: where, why, what to change. For the person at work, not for e-mail."""
    row, colon = (words(record.language)[name] for name in ("row", "colon"))
    told = [
        f"{found.name}{f', {row} {found.row}' if found.row else ''}{colon}{found.reason}\n    {found.remedy}"
        for found in record.refused
    ]
    return "\n".join(told) + "\n" if told else ""


def _lines(record: Morning) -> Iterator[str]:
    said, kinds = words(record.language), break_words(record.language)
    colon = said["colon"]
    yield f"{said['title']}, {record.shop_name}, {said['as_of']} {record.as_of:%d/%m/%Y}"
    yield ", ".join(counted(int(value), name, record.language) for name, value in record.figures)
    if record.is_rebuilt:
        yield said["rebuilt"]
    changed = ((len(record.new_breaks), "new"), (record.gone, "gone"))
    yield f"\n{said['changes']}{colon}" + ", ".join(counted(count, name, record.language) for count, name in changed)
    for found in record.new_breaks[:20]:
        amount = in_words(found.amount, found.currency or "EUR", record.language) if found.amount is not None else ""
        yield f"- {kinds[found.kind]}, {found.subject} {amount}{colon}{found.action}"
    if record.done:
        yield f"\n{said['done']}{colon}{len(record.done)}"
    for chore, name in record.done[:20]:
        yield f"- {said[chore]}, {name}"
    late = sum(debt.days_late > 0 for debt in record.debts)
    yield f"\n{said['pay']}{colon}{len(record.debts)}, {said['late_debts']} {late}"
    yield f"{said['document']}{colon}{len(record.drafts)}"
    yield f"{said['controls']}{colon}{len(record.differing)}"
    yield f"{said['refused']}{colon}{record.refused_count}"
