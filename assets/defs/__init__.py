"""The Dagster assets, one file per group: each calls one step for every shop of the run and says what it said."""

import warnings

from dagster import BetaWarning, PreviewWarning

for category in (BetaWarning, PreviewWarning):
    warnings.filterwarnings("ignore", category=category)
