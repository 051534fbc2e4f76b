"""What a verb answers: words for a person, facts for a program, and its exit code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
import json
import sys


@dataclass(frozen=True, slots=True)
class Answer:
    """`facts` are what `--json` prints; `words` are what a person reads. Both say the same."""

    words: str = ""
    facts: Mapping[str, object] | Sequence[object] = field(default_factory=dict)
    exit_code: int = 0

    def print(self, as_json: bool) -> None:
        """Write to standard output, in one go."""
        text = json.dumps(self.facts, ensure_ascii=False, indent=2, default=str) if as_json else self.words
        if text:
            sys.stdout.write(text.rstrip("\n") + "\n")
            sys.stdout.flush()
