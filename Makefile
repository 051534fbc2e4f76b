# make setup | demo | test | bench: everything from Python 3.11, make, git and Debian's archive.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
SYSTEM_LIBRARIES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core fonts-noto-core fonts-symbola
TEST_PROGRAMS := chromium libreoffice-calc hledger poppler-utils
FAULT_PROGRAMS := gcc libc6-dev

.PHONY: setup demo test check faults spark bench scale manual pictures lock clean

setup: $(VENV)/ready

$(VENV)/ready: requirements.lock pyproject.toml .setup/system-libraries
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q $(VENV)/lib pipelines reports assets || true
	touch $@

.setup/system-libraries: docs/install-system.sh
	mkdir -p .setup
	sh docs/install-system.sh $(SYSTEM_LIBRARIES)
	touch $@

.setup/test-programs: docs/install-system.sh
	mkdir -p .setup
	sh docs/install-system.sh $(TEST_PROGRAMS)
	touch $@

.setup/fault-programs: docs/install-system.sh
	mkdir -p .setup
	sh docs/install-system.sh $(FAULT_PROGRAMS)
	touch $@

demo: setup
	$(BIN)/lettrage demo --into demo-boutique

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: setup .setup/test-programs check
	$(BIN)/python -m pytest -n 2 -m "not slow"

faults: setup .setup/fault-programs
	LETTRAGE_FAULTS=all $(BIN)/python -m pytest -n 2 -m slow tests/faults tests

# A Spark of a master and two workers, in an environment of its own: every table compared with DuckDB's, row by row.
spark: setup .setup/spark-programs .setup/spark/ready
	.setup/spark/bin/python -m pytest -m slow tests/spark

.setup/spark-programs: docs/install-system.sh
	mkdir -p .setup
	sh docs/install-system.sh openjdk-17-jre-headless
	touch $@

.setup/spark/ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv .setup/spark
	.setup/spark/bin/pip install --quiet --requirement requirements.lock
	.setup/spark/bin/pip install --quiet --no-build-isolation --editable '.[spark]'
	touch $@

scale: setup
	$(BIN)/python -m tests.scale
	$(BIN)/python -m tests.manual --update

bench: setup
	$(BIN)/python -m tests.bench

manual: setup
	$(BIN)/python -m tests.manual --update

pictures: setup .setup/test-programs
	$(BIN)/python -m tests.pictures

lock:
	$(BIN)/uv pip compile pyproject.toml --extra test --generate-hashes --no-strip-extras --no-emit-index-url --python-version 3.11 --quiet --output-file requirements.lock

clean:
	rm -rf $(VENV) .setup demo-boutique
