# Everything that a person does with this project. On Windows see README for the same commands with uv.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv
SYNC := UV_PROJECT_ENVIRONMENT=.venv $(UV) sync --locked --inexact --compile-bytecode --quiet

.PHONY: help site serve offline test a11y lint check bench lighthouse pictures clean

help: ## show what you can ask for
	@grep -hE '^[a-z0-9]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9]+):.*## (.*)/  make \1\t\2/' | expand -t 18

site: .venv/.site ## build the site into site/
	@$(BIN)/coaching-manual build && echo "Or simply: make serve"

serve: .venv/.site ## build the site and open it in the browser; it follows while you edit
	@$(BIN)/coaching-manual serve --open

offline: .venv/.site ## pack the site into build/manual-offline.zip, which opens without a server
	@$(BIN)/coaching-manual offline

check: .venv/.site ## report everything that is wrong, without building
	@$(BIN)/coaching-manual check

lint: .venv/.dev ## style and types of the code
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

test: lint ## everything that must hold (installs a browser if there is none)
	@$(BIN)/pytest --numprocesses=2 --dist=loadfile

a11y: .venv/.dev ## whether everybody can use the site: every page, in a real browser; a few minutes
	@$(BIN)/python -m tests.a11y $(OPTIONS)

bench: .venv/.dev ## how fast it is, as ratios measured in one run
	@$(BIN)/python -m bench

lighthouse: .venv/.dev ## how Lighthouse rates the main kinds of pages, as a phone
	@$(BIN)/python -m tests.lighthouse $(OPTIONS)

pictures: .venv/.dev ## pictures of the main pages, into pictures/, for a person to look through
	@$(BIN)/python -m tests.pictures $(OPTIONS)

clean: ## remove what was built and installed
	rm -rf .venv site build dist .mypy_cache .pytest_cache .ruff_cache

$(UV):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "This needs Python 3.11 or newer, and $(PYTHON) is older. Name another one: make PYTHON=python3.12 site"; exit 1; }
	@$(PYTHON) -m venv .venv || { \
		echo "Python cannot make a virtual environment. On Debian and Ubuntu: apt install python3-venv"; rm -rf .venv; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.7,<1"

.venv/.site: $(UV) pyproject.toml uv.lock
	@$(SYNC) --no-dev
	@touch $@

.venv/.dev: $(UV) pyproject.toml uv.lock
	@$(SYNC)
	@touch $@ .venv/.site
