"""The jobs: the nightly one is everything."""

import dagster as dg

NIGHTLY = dg.define_asset_job("nightly", selection=dg.AssetSelection.all(), executor_def=dg.in_process_executor)
