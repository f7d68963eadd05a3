# make demo    review a real change, with no key and no network beyond the package index
# make test    run the tests
# make check   format, lint, types, import contract, Dockerfile, locked requirements, generated documentation
# make docs    write the generated documentation again
# make evals   measure the reviews on the labelled cases, record it, compare with other scanners (minutes)
# make lock    resolve the requirements again

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help install demo test check format docs evals lock bench costs clean

help:
	@sed -n 's/^# //p' Makefile

install: $(READY)

# uv comes from the same index as everything else, by the Python that is there; everything else comes by uv, by hash.
$(READY): requirements/dev.txt requirements/uv.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@$(UV) pip sync --quiet --python $(BIN)/python --require-hashes requirements/dev.txt requirements/uv.txt
	@$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY)
	@$(BIN)/python examples/demo/run.py

# Twice as many as cores: half of the tests wait for processes and servers.
test: $(READY)
	@$(BIN)/pytest -n 4 --dist worksteal

check: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/hadolint Dockerfile
	@$(BIN)/python requirements/check.py
	@$(BIN)/python docs/generate.py --check

format: $(READY)
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

docs: $(READY)
	@$(BIN)/python docs/generate.py

evals: $(READY)
	@$(BIN)/python benchmarks/side_by_side.py

lock: $(READY)
	@$(BIN)/python requirements/check.py --write

bench: $(READY)
	@$(BIN)/python benchmarks/ratios.py

costs: $(READY)
	@$(BIN)/python benchmarks/costs.py

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
