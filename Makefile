# Two commands do all the set-up on a machine with Python 3.11+ and make: `make demo` and `make test`.
PYTHON ?= python3
VENV   ?= .venv
BIN     = $(VENV)/bin

# Compiled files are kept even where the environment asks not to: pytest rewrites every test file, which costs each
# worker half of its collection.
unexport PYTHONDONTWRITEBYTECODE
PYTEST = $(BIN)/python -m pytest -n auto --dist worksteal

.PHONY: demo test test-deep check bench seeds screenshots clean

demo: $(VENV)/.installed
	@$(BIN)/picky demo

test: $(VENV)/.dev
	@echo "Running all tests on all cores; random programs in part (make test-deep: in full) …"
	@HYPOTHESIS_PROFILE=quick $(PYTEST)

# Branches are counted here alone: tracing makes the tests of models cost two thirds more.
test-deep: $(VENV)/.dev
	@echo "Running all tests on all cores, random programs in full, and counting which branches of models they take …"
	@$(PYTEST) --cov=models --cov-report=term:skip-covered --cov-fail-under=90

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.dev
	$(BIN)/python -m tests.benchmarks

seeds: $(VENV)/.dev
	$(BIN)/python -m seeds.make

screenshots: $(VENV)/.dev
	$(BIN)/python -m screenshots.take

clean:
	rm -rf $(VENV)

$(VENV)/bin/python:
	@echo "Making an environment in $(VENV) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip --version >/dev/null

$(VENV)/.installed: pyproject.toml $(VENV)/bin/python
	@echo "Installing picky and what it stands on …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# pip 25.1 knows dependency groups; an older pip is brought up first, inside this environment only.
$(VENV)/.dev: pyproject.toml $(VENV)/.installed
	@echo "Installing what tests and checks need …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --group dev
	@touch $@
