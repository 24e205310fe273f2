# The words people type. Everything runs in .venv, which scripts/bootstrap makes the first time.
#   make test ARGS="-k quotation"     further words for pytest

PYTHON := .venv/bin/python
EXAMPLE := examples/harbour-bridge.html

.PHONY: help run test lint format types rooms check wheel bench regold constraints clean

help: ## what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 20

run: ## read one of the examples
	@./hearsay read $(EXAMPLE)

test: .ready ## set up, and run all tests
	$(PYTHON) -m pytest -n auto --dist worksteal $(ARGS)

lint: .ready ## ruff: rules and format
	.venv/bin/ruff check
	.venv/bin/ruff format --check

format: .ready ## ruff: put the format right
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

types: .ready ## mypy, strict
	.venv/bin/mypy

rooms: .ready ## import-linter: which room may import which
	.venv/bin/lint-imports

check: lint types rooms test ## all of these: what a change must pass

wheel: .ready ## build the wheel, and try it in an environment of its own
	$(PYTHON) scripts/try_wheel.py

bench: ## speed and memory, see benchmarks/README.md
	@scripts/bootstrap bench
	$(PYTHON) benchmarks/start_up.py
	$(PYTHON) benchmarks/page_speed.py

regold: .ready ## renew what the README, examples/ and tests/golden show as printed
	$(PYTHON) scripts/regold.py
	$(PYTHON) -m tests.regold

constraints: .ready ## renew constraints.txt from PyPI
	scripts/constraints

clean: ## remove all that was made here, .venv too
	rm -rf .venv .venv.lock build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests benchmarks scripts -name __pycache__ -type d -prune -exec rm -rf {} +

# Not a file: the stamp in .venv says whether there is something to do, in milliseconds.
.PHONY: .ready
.ready:
	@scripts/bootstrap dev
