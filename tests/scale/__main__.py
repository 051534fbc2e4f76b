"""`python -m tests.scale` measures anew (half an hour); the page of the manual is computed from what it keeps."""

from tests.scale.measures import SIZES, SMALL, keep, measure

keep([measure(orders) for orders in (SMALL, *SIZES)])
