# `make run` and `make test` do all their own set-up in .venv; the rest is for people who change the code.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
INSTALLED := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help run test setup check eval bench fuzz screenshots figures lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(INSTALLED) ## open the coach in the browser
	@$(BIN)/yohaku

test: $(INSTALLED) ## every test (browser tests are skipped, in one line, where there is no Chromium)
	@$(BIN)/python -m pytest -n 2 --no-loadscope-reorder $(ARGS)

setup: $(INSTALLED) ## the environment alone

check: $(INSTALLED) ## ruff, format, mypy strict, the import arrows
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m pytest -q tests/test_arrows.py

eval: $(INSTALLED) ## the recorded eval suites, without network
	@$(BIN)/python -m evals run

bench: $(INSTALLED) ## speed, as ratios measured in one run
	@$(BIN)/python -m evals bench

fuzz: $(INSTALLED) ## a million random strings for the guard, which the tests give ten thousand (half an hour)
	@YOHAKU_FUZZ=$${YOHAKU_FUZZ:-1000000} YOHAKU_SEED=$${YOHAKU_SEED:-$$(date +%j)} \
		$(BIN)/python -m pytest -q tests/guardrails/test_fuzz.py

screenshots: $(INSTALLED) ## every page at 390 and 1280 px, light and dark, into build/screenshots; eight into docs
	@$(BIN)/python -m tests.browser.screenshots

figures: $(INSTALLED) ## start, page weight and answers as a browser sees them
	@$(BIN)/python -m tests.browser.figures

lock: ## newest releases that pyproject.toml allows, with hashes and without index addresses
	@$(PYTHON) -m venv .venv/lock && .venv/lock/bin/pip install --quiet uv
	@.venv/lock/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
		--generate-hashes --no-annotate --no-header --upgrade --quiet --output-file requirements.lock

clean: ## remove the environment and caches
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(INSTALLED): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "余白 needs Python 3.11 or newer: https://www.python.org/downloads/"; exit 1; }
	@echo "Setting up .venv (once; a minute or two) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
