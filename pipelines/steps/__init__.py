"""One file per verb: the only place that wires domain, sources, warehouse and contracts together."""
