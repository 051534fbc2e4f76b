"""The generator of the sample shop: an invented shop, its exports and the truth about them.

Everything is drawn from one seed and one day; the same pair gives the same bytes.
"""

from pipelines.sample.generate import generate
from pipelines.sample.invent import invent
from pipelines.sample.scale import Scale

__all__ = ["Scale", "generate", "invent"]
