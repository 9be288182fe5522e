# The commands of this repository. A fresh machine needs the first two alone.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: pictures reference build serve test test-thorough test-exhaustive test-lowest test-hosts test-mkdocs test-properdocs test-materialx test-newest package lint bench bench-large bench-hosts catalogues lock generators clean help

build: $(VENV)/.ready ## the site, into site/
	$(BIN)/mkdocs build --quiet
	@echo "The notice is in site/: open site/index.html, or run 'make serve'."

serve: $(VENV)/.ready ## a preview that follows every save
	$(BIN)/mkdocs serve --livereload

# One worker more than there are cores: some tests wait for a server or a browser. What tests write
# is in memory where there is room for it: a fifth of the time went into making and removing files.
ROOM := $(shell df --output=avail /dev/shm 2>/dev/null | awk 'NR == 2 && $$1 > 8000000 { print "/dev/shm" }')
PYTEST := $(if $(ROOM),PYTEST_DEBUG_TEMPROOT=$(ROOM)) \
	$(BIN)/python -m pytest -n $(shell expr $$(nproc) + 1) --dist worksteal

# Hosts and themes are held side by side by `make test-hosts`.
test: lint ## every check and test, in a few minutes
	$(PYTEST) --ignore tests/hosts

test-thorough: $(VENV)/.ready ## more draws of what the tests try: damage, broken files, hostile texts
	$(PYTEST) -m thorough $(if $(WITHOUT_PAGES),--deselect $(EACH_PAGE))

EACH_PAGE := tests/mkdocs_host/test_every_page.py::test_every_page_is_accessible_fits_its_screen_and_complains_of_nothing

test-pages: $(VENV)/.ready ## each page of the notice in a browser, of the locales that `make test` leaves out
	$(PYTEST) -m thorough $(EACH_PAGE)

test-exhaustive: $(VENV)/.ready ## every draw that is left, in a quarter of an hour
	$(PYTEST) -m exhaustive

# What each dependency is used for; the rest of the tests would only use the same again.
HEART := tests/html tests/catalogues/test_merge.py tests/notice tests/pages \
	tests/mkdocs_host/test_build.py tests/verify/test_hosted_site.py

test-lowest: $(VENV)-lowest/.ready ## the heart of the tests with the lowest versions that pyproject.toml allows
	$(VENV)-lowest/bin/mkdocs build --quiet --site-dir $(VENV)-lowest/site
	$(VENV)-lowest/bin/polynotice verify $(VENV)-lowest/site
	$(VENV)-lowest/bin/polynotice verify --manifest $(VENV)-lowest/site/notice-manifest.json $(VENV)-lowest/site
	$(VENV)-lowest/bin/python -m pytest -n auto -m "not thorough and not exhaustive and not browser" $(HEART)

# MkDocs with Material and its own themes, ProperDocs without MkDocs, and MaterialX with both hosts;
# each says what MkDocs with Material says. An environment has one process for its tests, which share
# what they build, and two are at work side by side.
IN_HOST = POLYNOTICE_MANIFEST_OF_ALL=$(CURDIR)/site/notice-manifest.json \
	$(1)/bin/python -m pytest -n 0 -m "not thorough" tests/hosts

test-hosts: build ## the notice under MkDocs, ProperDocs and MaterialX, with every theme
	$(MAKE) --no-print-directory --jobs 2 --output-sync test-materialx test-properdocs test-mkdocs

test-mkdocs: $(VENV)/.ready ## the part of it that has MkDocs with Material and with its own themes
	$(call IN_HOST,$(VENV)) -k "not properdocs-"

test-properdocs: $(VENV)-properdocs/.ready ## the part of it that has ProperDocs without MkDocs
	$(call IN_HOST,$(VENV)-properdocs)

test-materialx: $(VENV)-materialx/.ready ## the part of it that has MaterialX, under either host
	$(call IN_HOST,$(VENV)-materialx) -k materialx

NEWEST := $(VENV)-newest
INTO_NEWEST := $(PYTHON) -m pip --python $(NEWEST)/bin/python install --quiet --disable-pip-version-check --upgrade
# Whatever goes wrong, what follows it is tried, too.
REPORTED := || touch $(NEWEST)/failed

test-newest: ## the same with the newest versions there are: all are tried, then it says what failed
	$(PYTHON) -m venv --without-pip --clear $(NEWEST)
	$(INTO_NEWEST) ".[properdocs]" properdocs-theme-mkdocs properdocs-theme-readthedocs \
		filelock playwright pytest pytest-xdist
	$(INTO_NEWEST) zensical $(REPORTED)
	POLYNOTICE_ZENSICAL=$(CURDIR)/$(NEWEST)/bin/zensical \
		$(NEWEST)/bin/python -m pytest -n 0 -m "not thorough" tests/hosts $(REPORTED)
	$(PYTHON) -m pip --python $(NEWEST)/bin/python uninstall --quiet --yes mkdocs-material
	$(INTO_NEWEST) --force-reinstall mkdocs-materialx $(REPORTED)
	$(NEWEST)/bin/python -m pytest -n 0 -m "not thorough" tests/hosts -k materialx $(REPORTED)
	@$(PYTHON) -m pip --python $(NEWEST)/bin/python list --disable-pip-version-check \
		| grep -E '^(mkdocs|properdocs|zensical|Markdown|Jinja2)'
	@test ! -e $(NEWEST)/failed || { echo "Something above failed with these versions."; exit 1; }

package: $(VENV)/.ready ## wheel and sdist, into dist/
	rm -rf dist
	$(BIN)/python -m hatchling build
	$(BIN)/python -m pytest -m "" tests/test_package.py

lint: $(VENV)/.ready ## form, types and the notice itself
	$(BIN)/ruff format --check --quiet plugins tests benchmarks
	$(BIN)/ruff check --quiet plugins tests benchmarks
	$(BIN)/mypy
	$(BIN)/polynotice check
	$(BIN)/polynotice update --check

bench: $(VENV)/.ready ## how fast, as ratios against peers; WRITE=--write keeps the results
	$(BIN)/python -m benchmarks $(WRITE)

bench-large: $(VENV)/.ready ## the same with 40,000 rows
	$(BIN)/python -m benchmarks --large $(WRITE)

# Each host as `make` has installed it for the tests; Zensical by `make generators`.
bench-hosts: $(VENV)/.ready $(VENV)-properdocs/.ready $(VENV)-materialx/.ready ## the same notice under each host and theme
	$(BIN)/python -m benchmarks --hosts $(WRITE)

pictures: $(VENV)/.ready ## the pictures of README, taken anew
	$(BIN)/python -m tests.pictures

reference: $(VENV)/.ready ## the parts of the manual that are made from the code
	$(BIN)/python -m tests.reference

catalogues: $(VENV)/.ready ## every message into every catalogue
	$(BIN)/polynotice update

COMPILE := $(VENV)-lock/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade \
	--generate-hashes --no-emit-index-url --custom-compile-command "make lock" --quiet

lock: ## the dependencies with their hashes, newest and lowest
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet uv
	$(COMPILE) --group dev --output-file requirements.lock
	$(COMPILE) --group lowest --resolution lowest-direct --output-file requirements-lowest.lock
	echo "mkdocs; python_version < '0'" > $(VENV)-lock/without # an override of what no Python has
	$(COMPILE) --group properdocs --extra properdocs --override $(VENV)-lock/without \
		--output-file requirements-properdocs.lock
	echo "mkdocs-material; python_version < '0'" > $(VENV)-lock/without
	$(COMPILE) --group hosts --extra materialx --override $(VENV)-lock/without \
		--output-file requirements-materialx.lock
	$(COMPILE:pyproject.toml=tests/zensical/requirements.in) --output-file tests/zensical/requirements.lock
	rm -rf $(VENV)-lock

# pip installs into an environment that has no pip of its own, so that no further system package
# (python3-venv, ensurepip) is needed.
$(VENV)/.ready: requirements.lock pyproject.toml
$(VENV)-lowest/.ready: requirements-lowest.lock pyproject.toml
$(VENV)-properdocs/.ready: requirements-properdocs.lock pyproject.toml
$(VENV)-materialx/.ready: requirements-materialx.lock pyproject.toml
# Without looking for what is required: a lock has all of it, but for what it leaves out on purpose.
$(VENV)/.ready $(VENV)-lowest/.ready $(VENV)-properdocs/.ready $(VENV)-materialx/.ready:
	$(PYTHON) -m venv --without-pip --clear $(@D)
	$(PYTHON) -m pip --python $(@D)/bin/python install --quiet --disable-pip-version-check \
		--no-deps --require-hashes -r $<
	$(PYTHON) -m pip --python $(@D)/bin/python install --quiet --disable-pip-version-check \
		--no-deps --no-build-isolation --editable .
	touch $@

generators: ## Eleventy and Zensical, for the tests that make sites with them and with Hugo
	npm ci --ignore-scripts --no-audit --no-fund --silent --prefix tests/eleventy
	$(PYTHON) -m venv --without-pip --clear $(VENV)-zensical
	$(PYTHON) -m pip --python $(VENV)-zensical/bin/python install --quiet \
		--disable-pip-version-check --require-hashes -r tests/zensical/requirements.lock

clean: ## everything that was made
	rm -rf $(VENV) $(VENV)-* tests/eleventy/node_modules site dist .pytest_cache .mypy_cache .ruff_cache plugins/*.egg-info

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile
