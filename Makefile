# The commands of this repository. A fresh machine needs the first two alone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: build serve test test-thorough bench lint catalogues lock clean help

build: $(VENV)/.ready ## the site, into site/
	$(BIN)/mkdocs build --quiet
	@echo "The notice is in site/: open site/index.html, or run 'make serve'."

serve: $(VENV)/.ready ## a preview that follows every save
	$(BIN)/mkdocs serve --livereload

# One worker more than there are cores: some tests wait for a server or a browser.
PYTEST := $(BIN)/python -m pytest -n $(shell expr $$(nproc) + 1) --dist worksteal

test: lint ## every check and test, in a few minutes
	$(PYTEST)

test-thorough: $(VENV)/.ready ## more draws of what the tests try: damage, broken files, hostile texts
	$(PYTEST) -m thorough

lint: $(VENV)/.ready ## form, types and the notice itself
	$(BIN)/ruff format --check --quiet plugins tests benchmarks
	$(BIN)/ruff check --quiet plugins tests benchmarks
	$(BIN)/mypy
	$(BIN)/polynotice check
	$(BIN)/polynotice update --check

bench: $(VENV)/.ready ## how fast, as ratios against peers
	$(BIN)/python -m benchmarks

catalogues: $(VENV)/.ready ## every message into every catalogue
	$(BIN)/polynotice update

lock: $(VENV)/.ready ## the dependencies, with their hashes, from pyproject.toml
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet uv
	$(VENV)-lock/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --custom-compile-command "make lock" --quiet \
		--output-file requirements.lock --upgrade
	rm -rf $(VENV)-lock

# pip installs into an environment that has no pip of its own, so that no further system package
# (python3-venv, ensurepip) is needed.
$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv --without-pip --clear $(VENV)
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check \
		--require-hashes -r requirements.lock
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check \
		--no-deps --no-build-isolation --editable .
	touch $@

clean: ## everything that was made
	rm -rf $(VENV) site .pytest_cache .mypy_cache .ruff_cache plugins/*.egg-info

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile
