"""Everything a passage imports, read once for all of them."""

import pipelines.contracts.checking

pipelines.contracts.checking._great_expectations()
