# Needs Python 3.11 or newer, git and make; everything else goes into .venv. `make` alone lists the targets.
# Extra arguments: make test ARGS="-k outbox", make run ARGS="--config my.toml", make lock ARGS=--upgrade

VENV   := .venv
BIN    := $(VENV)/bin
PYTHON ?= python3.13 python3.12 python3.11 python3.14 python3
NEEDED := Lắng Nghe needs Python 3.11 or newer with venv; none was found (on Debian: apt-get install python3 python3-venv).

# pip keeps to the machine's own configuration; only its chatter is turned off.
PIP    := $(BIN)/python -m pip --disable-pip-version-check install -qq
PYTEST := $(BIN)/python -m pytest
UV     := .tools/bin/uv
LOCK   := $(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate \
          --no-emit-index-url --custom-compile-command 'make lock'

.DEFAULT_GOAL := help
.PHONY: help run test soak bench check format install lock

help:
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s  %s\n", $$1, $$2}' Makefile

run: $(VENV)/.run  ## start everything with the example programme: no token, no server needed
	@$(BIN)/python -m bot run $(ARGS)

test: $(VENV)/.dev  ## the whole test suite, on SQLite and PostgreSQL
	@$(PYTEST) -n 2 $(ARGS)

soak: $(VENV)/.dev  ## the long tests: kills, storms and fuzzing at full size
	@$(PYTEST) -m soak -o faulthandler_timeout=0 $(ARGS)

bench: $(VENV)/.dev $(VENV)/.peers  ## measure speed beside peers; a table, bench/results.json, plots
	@$(BIN)/python -m bench $(ARGS)

check: $(VENV)/.dev  ## style, types, import contracts, documents against code
	@$(BIN)/ruff check --quiet --output-format=concise && echo "style      ok"
	@$(BIN)/ruff format --check --quiet && echo "format     ok" || { echo "format     'make format' repairs it"; exit 1; }
	@! grep -rn --include='*.py' 'type: *ignore' bot handlers storage || { echo "types      'type: ignore' has no place there"; exit 1; }
	@$(BIN)/mypy --no-error-summary && echo "types      ok"
	@$(BIN)/lint-imports --no-logo >$(VENV)/imports.log 2>&1 && echo "imports    ok" || { cat $(VENV)/imports.log; exit 1; }
	@$(PYTEST) -qq -m documents -p no:cacheprovider && echo "documents  ok" \
		|| { [ $$? -eq 5 ] && echo "documents  no test is marked 'documents'"; }

format: $(VENV)/.dev  ## put the code into its one style
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format --quiet

install: $(VENV)/.dev  ## build the whole environment in .venv and start nothing
	@echo "Ready: $(BIN)/langnghe --help"

lock: $(UV)  ## write requirements/*.txt from *.in (ARGS=--upgrade for newer versions)
	@cd requirements && ../$(LOCK) $(ARGS) run.in build.in -o run.txt
	@cd requirements && ../$(LOCK) $(ARGS) -c run.txt postgres.in -o postgres.txt
	@cd requirements && ../$(LOCK) $(ARGS) -c run.txt -c postgres.txt dev.in -o dev.txt
	@cd requirements && ../$(LOCK) $(ARGS) bench.in -o bench.txt

# The environment. A stamp is newer than the list it was installed from; .dev holds all of .run.
$(VENV)/.python:
	@for python in $(PYTHON); do \
		if $$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "Building $(VENV) with $$($$python --version)."; \
			exec $$python -m venv $(VENV); \
		fi; \
	done; echo "$(NEEDED)" >&2; exit 1
	@touch $@

# The driver of PostgreSQL is nobody's who does not ask for it; once there, it is kept up to date.
$(VENV)/.run: requirements/run.txt requirements/postgres.txt | $(VENV)/.python
	@echo "Installing what running needs."
	@$(PIP) --no-deps --require-hashes -r requirements/run.txt \
		$$($(BIN)/python -c 'import asyncpg' 2>&- && echo '-r requirements/postgres.txt')
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt | $(VENV)/.python
	@echo "Installing what tests and checks need."
	@$(PIP) --no-deps --require-hashes -r requirements/dev.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $(VENV)/.run $@

$(VENV)/.peers: requirements/bench.txt | $(VENV)/.python
	@echo "Installing the peers to measure beside."
	@$(BIN)/python -m venv $(VENV)/peers
	@$(VENV)/peers/bin/python -m pip --disable-pip-version-check install -qq --no-deps --require-hashes -r requirements/bench.txt
	@touch $@

$(UV): | $(VENV)/.python
	@$(BIN)/python -m venv .tools
	@.tools/bin/python -m pip --disable-pip-version-check install -qq 'uv>=0.9,<1'
