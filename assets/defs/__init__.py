"""The Dagster assets, one file per group: each calls one step for every shop of the run and says what it said."""

import warnings

from dagster import BetaWarning

warnings.filterwarnings("ignore", category=BetaWarning)
