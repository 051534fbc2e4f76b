"""What a step says of its work: counts and totals by name, for metadata, progress and the morning letter."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

Figure = int | Decimal | str


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of one step, in the order they are told."""

    step: str
    figures: Mapping[str, Figure] = field(default_factory=lambda: MappingProxyType({}))

    def as_metadata(self) -> dict[str, int | str]:
        """The figures as an orchestrator or JSON takes them: amounts as exact text."""
        return {str(name): value if isinstance(value, int) else str(value) for name, value in self.figures.items()}
