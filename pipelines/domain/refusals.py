"""Bad input gets a sentence: where, what was read, why it is refused, what to change."""

from pipelines.domain.messages import Message, worded


class Refusal(Exception):  # noqa: N818 (the word of the glossary)
    """Something a person gave us that we cannot take, said so that they can mend it.

    `where` names file and line or key; `facts` fill in the message's names.
    """

    def __init__(self, message: Message, where: str = "", **facts: object) -> None:
        super().__init__(message.code)
        self.message = message
        self.where = where
        self.facts = facts

    @property
    def exit_code(self) -> int:
        """The exit code of the command that meets it (design.md)."""
        return self.message.exit_code

    def words(self, language: str = "fr") -> tuple[str, str]:
        """What was read and why it is refused; what to change."""
        words = worded(self.message, self.facts, language)
        return words.what, words.remedy

    def sentence(self, language: str = "fr") -> str:
        """The whole sentence, as people read it."""
        words = worded(self.message, self.facts, language)
        place = f"{self.where} : " if self.where and language == "fr" else f"{self.where}: " if self.where else ""
        return f"{place}{words.what}\n{words.remedy}"

    def __str__(self) -> str:
        return self.sentence()

    def __reduce__(self) -> tuple[object, ...]:
        return _refusal, (self.message, self.where, self.facts)


def _refusal(message: Message, where: str, facts: dict[str, object]) -> Refusal:
    """A refusal that came from another process."""
    return Refusal(message, where, **facts)


def causes(error: BaseException) -> list[BaseException]:
    """What carried a failure here, nearest first; chains of exceptions may bite their own tail."""
    found: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in found:
        found.append(cause)
        cause = cause.__cause__ or cause.__context__
    return found
