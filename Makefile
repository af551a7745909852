# make run    the main job: raw/ -> curated/latest, as a Prefect flow
# make test   the tests
# make help   everything else
#
# Needs only make and one of Python 3.11, 3.12, 3.13 (or PYTHON=/path/to/it). Everything is installed from the
# hashed lock files in requirements/ into .venv/; nothing outside this folder is changed.

SHELL := /bin/sh
.DEFAULT_GOAL := help

ROOT := $(CURDIR)
VENV := .venv
LOWEST := .venv-lowest
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check
PYTHONS := $(PYTHON) python3.11 python3.12 python3.13 python3 python
SUITABLE := import sys, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))

# Each stamp says: this much is installed, from these files.
MADE := $(VENV)/.made
RUN := $(VENV)/.run
DEV := $(VENV)/.dev

# Prefect's surroundings, for the targets that call Prefect's own commands; flows/curate.py reads the same file.
include flows/prefect.env
export DO_NOT_TRACK PREFECT_SERVER_ANALYTICS_ENABLED PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS
export PREFECT_HOME := $(ROOT)/.prefect
export ROLEFACTS_PROJECT := $(ROOT)
API := http://127.0.0.1:4200/api

TESTS :=
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-strip-extras --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"
PROJECT := pyproject.toml --extra html --extra markdown --extra warc

.PHONY: help run test lowest lint types layers format check ci docs peers browser lock upgrade server schedule clean

help:
	@echo 'make run        curate raw/ into curated/latest and say where the report is'
	@echo 'make test       the tests (TESTS="-k amounts" for some)'
	@echo 'make check      lint, types, layers and tests'
	@echo 'make lowest     the tests with the oldest libraries that pyproject.toml admits'
	@echo 'make format     put the code into its form'
	@echo 'make docs       write the generated parts of README.md again'
	@echo 'make browser    install what drives Chromium in tests/browser/'
	@echo 'make peers      install the readers that benchmarks/ measures against'
	@echo 'make lock       write requirements/*.txt again from pyproject.toml (make upgrade: with newer versions)'
	@echo 'make server     a standing Prefect server on 127.0.0.1:4200; leave it running'
	@echo 'make schedule   registers the nightly run with that server and works on it; leave it running'
	@echo 'make clean      remove everything that was made, but not curated/'

run: $(RUN)
	@PREFECT_LOGGING_LEVEL=$${PREFECT_LOGGING_LEVEL:-CRITICAL} $(BIN)/python flows/curate.py

test: $(DEV)
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(TESTS)

lowest: $(DEV)
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(LOWEST)
	$(BIN)/uv pip install --quiet --python $(LOWEST)/bin/python --resolution lowest-direct --group build --group dev --editable '.[html,markdown,warc]'
	$(LOWEST)/bin/python -m pytest --numprocesses auto --dist worksteal $(TESTS)

lint: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEV)
	$(BIN)/mypy

layers: $(DEV)
	$(BIN)/lint-imports

format: $(DEV)
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format .

check: lint types layers test

docs: $(DEV)
	$(BIN)/rolefacts run
	$(BIN)/python docs/readme.py

peers: $(DEV)
	@$(PIP) install --no-deps --require-hashes --requirement requirements/bench.txt

browser: $(DEV)
	@$(PIP) install --no-deps --require-hashes --requirement requirements/browser.txt

ci:
	.ci/run

lock: $(DEV)
	$(LOCK) $(PROJECT) --group build -o requirements/run.txt
	$(LOCK) $(PROJECT) --group build --group dev -c requirements/run.txt -o requirements/dev.txt
	$(LOCK) --group bench -c requirements/dev.txt -o requirements/bench.txt
	$(LOCK) --group browser -c requirements/dev.txt -o requirements/browser.txt

upgrade: $(DEV)
	$(LOCK) --upgrade $(PROJECT) --group build -o requirements/run.txt
	$(LOCK) --upgrade $(PROJECT) --group build --group dev -c requirements/run.txt -o requirements/dev.txt
	$(LOCK) --upgrade --group bench -c requirements/dev.txt -o requirements/bench.txt
	$(LOCK) --upgrade --group browser -c requirements/dev.txt -o requirements/browser.txt

server: $(RUN)
	@PREFECT_UI_API_URL=$(API) $(BIN)/prefect server start --host 127.0.0.1 --port 4200

schedule: export PREFECT_API_URL := $(API)
schedule: $(RUN)
	@$(BIN)/prefect --no-prompt work-pool create rolefacts --type process --overwrite
	@$(BIN)/prefect --no-prompt deploy --all
	@$(BIN)/prefect worker start --pool rolefacts

clean:
	rm -rf $(VENV) $(LOWEST) .prefect .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage* htmlcov build dist
	find src flows tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

$(MADE):
	@for python in $(PYTHONS); do \
		if "$$python" -c '$(SUITABLE)' >/dev/null 2>&1; then \
			echo "Making $(VENV) with $$("$$python" --version)"; \
			"$$python" -m venv $(VENV) && touch $@ && exit 0; \
			exit 1; \
		fi; \
	done; \
	echo 'No Python 3.11, 3.12 or 3.13 with venv found. Install one, or say PYTHON=/path/to/python3' >&2; exit 1

$(RUN): requirements/run.txt pyproject.toml $(MADE)
	@echo 'Installing what rolefacts needs (requirements/run.txt)'
	@$(PIP) install --no-deps --require-hashes --requirement requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -qq src flows
	@touch $@

$(DEV): requirements/dev.txt $(RUN)
	@echo 'Installing what its tests need (requirements/dev.txt)'
	@$(PIP) install --no-deps --require-hashes --requirement requirements/dev.txt
	@touch $@
