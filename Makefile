# Each step leaves a file behind, so that nothing is done twice. `make` lists the targets.

PORT ?= 8000
PYTHONS := $(PYTHON) python3.14 python3.13 python3.12 python3 python

PIP := .venv/bin/python -m pip --disable-pip-version-check
# As many tests at once as there are processors (otherwise: WORKERS=1).
WORKERS ?= auto
PYTEST := .venv/bin/python -m pytest --numprocesses $(WORKERS) --dist loadgroup --durations 10
PYTHON_READY := .venv/.ready
NODE_READY := node_modules/.ready
RULES := engine/poortwachter/rules.json
# The rules fit, and so does all that the pages ask of them.
RULES_READY := .venv/.rules
ENGINE := docs/assets/engine/manifest.json
BILLS := docs/assets/onderdelen
SCRIPTS := docs/assets/zelfcheck.js
# What MkDocs needs beside the pages.
VALUES := overrides/partials/values.html
MADE := $(RULES_READY) $(ENGINE) $(VALUES) $(SCRIPTS) $(BILLS)/python.cdx.json $(BILLS)/npm.cdx.json

# What builds the pages. All but MkDocs itself stand in a folder beside its packages, and write to folders of their own.
WITH ?= mkdocs
BUILD_mkdocs := .venv/bin/python -m mkdocs build --strict
BUILD_mkdocs-ng := PYTHONPATH=.venv/with/mkdocs-ng $(BUILD_mkdocs)
BUILD_zensical := PYTHONPATH=.venv/with/zensical LINKS_FROM_FILE=true SEARCH=false .venv/bin/python -m zensical build --strict --clean
FINISH_zensical := --without-search
BUILD := $(BUILD_$(WITH))
FINISH := .venv/bin/python -m macros.postbuild $(FINISH_$(WITH))
$(if $(BUILD),,$(error WITH=$(WITH) is not known (expected mkdocs, mkdocs-ng or zensical)))
BUILDER := $(if $(filter-out mkdocs,$(WITH)),.venv/with/$(WITH)/.ready)
# The tests read the same folders.
export BUILT_WITH := $(addprefix -,$(filter-out mkdocs,$(WITH)))
SITE_FOLDER := site$(BUILT_WITH)
OFFLINE_FOLDER := site-offline$(BUILT_WITH)
# MkDocs alone leaves pages that are not finished: this file comes last.
SITE := $(SITE_FOLDER)/_headers
OFFLINE := $(OFFLINE_FOLDER)/index.html

# Folders count too: theirs is the only date that changes when a file is removed.
PAGES := $(shell find docs overrides -path docs/assets/engine -prune -o -path $(BILLS) -prune -o -print) common.yml mkdocs.yml mkdocs.en.yml
MACROS := $(shell find macros -type f -not -path '*/__pycache__/*')
PACKED := $(wildcard engine/poortwachter/*.py engine/poortwachter/*/*.py engine/browser/*.* engine/build/pyodide_bundle/*.* engine/build/pyodide_bundle/stubs/*/*.py)

# The day of the commit stands in for today, so that two builds of one commit are the same.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date +%s)

# The tools start node by its name: it comes from the virtual environment, not from the machine.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

# Material announces MkDocs 2 at every build; docs/decisions/ has our answer to it.
export NO_MKDOCS_2_WARNING := 1

# Pages opened from disk cannot load these files: what they hold is embedded in a script there.
define NOT_SHIPPED_OFFLINE
/en/
/decisions/
/scripts/
/assets/engine/engine.js
/assets/engine/manifest.json
/assets/engine/*.wasm
/assets/engine/*.mjs
/assets/engine/*.bin
/assets/engine/*.br
/assets/engine/*.gz
/assets/engine/worker.*.js
endef
export NOT_SHIPPED_OFFLINE

# A path with a space is two paths to make.
$(if $(word 2,$(OWN)),$(error OWN: make takes no folder with a space in its path: $(OWN)))

# What a program prints matters only when it fails. Its own --quiet is no help: with it, mkdocs
# neither shows nor counts the warnings that --strict is there for.
quietly = @output=$$($(1) 2>&1) || { printf '%s\n' "$$output" >&2; exit 1; }

# The address of a folder of the site, where one was said.
address = $(if $(SITE_URL),SITE_URL='$(patsubst %/,%,$(SITE_URL))/$(1)')

.DELETE_ON_ERROR:
.PHONY: FORCE help setup serve build offline test test-all drop-in browsers check compare bench clean release requirements

help:
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(NODE_READY) $(MADE) ## install everything that is needed, inside this folder

serve: build ## build the site and serve it on http://127.0.0.1:8000 (another port: PORT=8001)
	@.venv/bin/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT)))' 2>/dev/null || { \
		echo "Port $(PORT) cannot be used, probably because something else does: try make serve PORT=8001" >&2; \
		exit 1; }
	@echo "Serving http://127.0.0.1:$(PORT) until you press Ctrl-C"
	@.venv/bin/python -m http.server --bind 127.0.0.1 --directory $(SITE_FOLDER) $(PORT) >/dev/null

build: $(SITE) ## build the site to site/ (with the layer of your organisation: OWN=../folder; with Pyodide as it came, if it cannot be trimmed: PLAIN=1; to a folder of its own with another builder: WITH=mkdocs-ng)

offline: $(OFFLINE) ## build to site-offline/ what works from disk, without any server

test: $(NODE_READY) $(SITE) $(OFFLINE) ## run the tests that every change must pass
	@.venv/bin/python -m tests.browser
	@$(PYTEST)

test-all: $(NODE_READY) $(SITE) $(OFFLINE) drop-in browsers ## run all tests, also those that repeat others elsewhere or with more input
	@BROWSERS=all $(PYTEST) -m ""
	@git diff --quiet HEAD 2>/dev/null && git rev-parse HEAD > .venv/.passed-test-all || rm -f .venv/.passed-test-all
	@.venv/bin/python -m tests.stamp --write

release: build offline ## make dist/ of a tagged commit that make test-all passed: wheel, sdist, both sites, bills, sums
	@.venv/bin/python -m release

# The proven way on without MkDocs: tests/test_builders.py compares its pages.
drop-in: $(MADE)
	@$(MAKE) --no-print-directory build WITH=mkdocs-ng

browsers: $(PYTHON_READY) ## get Chromium, Firefox and WebKit for the tests, or say what to install
	@.venv/bin/python -m tests.browser
	@.venv/bin/python -m tests.browsers.programs

check: $(NODE_READY) ## check style, format, types and the spelling of all Dutch and English
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy
	@node_modules/.bin/biome check --error-on-warnings
	@node_modules/.bin/tsc --project tsconfig.json
	@node_modules/.bin/tsc --project tsconfig.node.json
	@.venv/bin/python -m tests.spelling

compare: $(SITE) ## compare the pages of another builder with those of MkDocs: make compare WITH=zensical
	@$(MAKE) --no-print-directory build WITH=mkdocs
	@.venv/bin/python -m tests.builders

bench: build offline ## measure the engine and the pages (once each, to see that it runs: BENCH=short; beside another commit: BESIDE=...)
	@.venv/bin/python -m tests.bench

clean: ## remove what was built and cached, but not what setup installed
	@rm -rf site site-* $(VALUES) docs/assets/engine $(BILLS) docs/assets/*.js $(RULES) $(RULES_READY) engine/poortwachter/guide.json engine/poortwachter/papers.json .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find engine macros tests -name __pycache__ -prune -exec rm -rf {} +

# For all Pythons and systems at once, with hashes.
COMPILE = .venv/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make requirements' $(if $(UPGRADE),--upgrade)

requirements: $(PYTHON_READY) ## recompile requirements*.txt from pyproject.toml (newest of all: UPGRADE=1)
	@$(COMPILE) pyproject.toml --all-extras --group dev --output-file requirements.txt >/dev/null
	@$(COMPILE) --group mkdocs-ng --no-deps --output-file requirements-mkdocs-ng.txt >/dev/null
	@$(COMPILE) --group zensical --no-deps --output-file requirements-zensical.txt >/dev/null

.venv/bin/python:
	@found=; for name in $(PYTHONS); do \
		"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null || continue; \
		found=$$name; \
		"$$name" -c 'import ensurepip, venv' 2>/dev/null && break; \
	done; \
	if [ -z "$$found" ]; then \
		echo "Python 3.12 or newer was not found: install it, or say where it is with make setup PYTHON=/path/to/python" >&2; \
		exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "$$found cannot make a virtual environment: install its venv module (on Debian and Ubuntu the package python3-venv) and try again" >&2; \
		exit 1; \
	fi; \
	echo "Making .venv with $$("$$found" --version)"; \
	output=$$("$$found" -m venv --clear .venv 2>&1) || { printf '%s\n' "$$output" >&2; exit 1; }

# The environment's own Python is as old as the one it was made with: only its presence counts.
$(PYTHON_READY): requirements.txt pyproject.toml | .venv/bin/python
	@echo "Installing the Python packages of requirements.txt (a minute, the first time)"
	$(call quietly,$(PIP) install --require-hashes --requirement requirements.txt)
	$(call quietly,$(PIP) install --no-deps --no-build-isolation --editable .)
	@touch $@

$(NODE_READY): package.json package-lock.json .npmrc | $(PYTHON_READY)
	@echo "Installing the packages of package-lock.json"
	$(call quietly,.venv/bin/npm ci --ignore-scripts)
	@touch $@

COMPILE_RULES = .venv/bin/python -m rules_compiler $(if $(OWN),--own '$(OWN)')

# A page that asks for nothing new leaves rules.json as it is, so that nothing is packed again.
$(RULES_READY): $(shell find engine/rules docs -path docs/assets -prune -o -print) mkdocs.yml $(wildcard engine/build/rules_compiler/*.* engine/build/own_layer/*.*) .venv/.own $(if $(OWN),$(wildcard $(OWN)/own.yaml $(OWN)/*.svg $(OWN)/*.png)) $(shell find engine/poortwachter -name '*.py') | $(PYTHON_READY)
	@echo "Compiling the rules"
	@$(COMPILE_RULES)
	@touch $@

$(RULES): $(RULES_READY)
	@test -f $@ || $(COMPILE_RULES)

.venv/with/%/.ready: requirements-%.txt | $(PYTHON_READY)
	@echo "Installing the Python packages of $<"
	@rm -rf $(@D)
	$(call quietly,$(PIP) install --require-hashes --no-deps --target $(@D) --requirement $<)
	@touch $@

$(VALUES): $(RULES_READY) $(ENGINE) $(MACROS)
	@.venv/bin/python -m macros.values

$(ENGINE): $(RULES) $(PACKED) package-lock.json pyproject.toml .venv/.plain | $(NODE_READY)
	@echo "Packing the engine for the browser"
	@.venv/bin/python -m pyodide_bundle.pack $(if $(PLAIN),--plain)

# Each file of overrides/scripts/ with all that it imports, as one classic script: a page opened from disk may load no
# modules. What the names are stays to be read; comments do not travel.
$(SCRIPTS): $(shell find overrides/scripts) package-lock.json | $(NODE_READY)
	@echo "Bundling the scripts of the pages"
	@node_modules/.bin/esbuild overrides/scripts/*.js --bundle --format=iife --log-level=warning --outdir=docs/assets

# Of the lock files alone: without a time they are the same in every build and every folder. Tests validate them.
$(BILLS)/python.cdx.json: requirements.txt pyproject.toml | $(PYTHON_READY)
	@mkdir -p $(BILLS)
	$(call quietly,SOURCE_DATE_EPOCH= .venv/bin/cyclonedx-py requirements requirements.txt --pyproject pyproject.toml \
		--output-reproducible --no-validate --output-file $@)

$(BILLS)/npm.cdx.json: package.json package-lock.json macros/postbuild/sbom.py | $(NODE_READY)
	@mkdir -p $(BILLS)
	@npm sbom --loglevel error --package-lock-only --sbom-format cyclonedx --sbom-type application | \
		.venv/bin/python -m macros.postbuild.sbom > $@

# These change when what they hold does, so that what was made otherwise is made anew.
.venv/.addresses: HELD = $(SITE_URL) $(SECURITY_CONTACT) $(FEEDBACK)
.venv/.plain: HELD = $(PLAIN)
.venv/.own: HELD = $(OWN)
.venv/.addresses .venv/.plain .venv/.own: FORCE | $(PYTHON_READY)
	@printf '%s' '$(HELD)' | cmp -s - $@ || printf '%s' '$(HELD)' > $@

$(SITE): $(MADE) $(PAGES) $(MACROS) requirements.txt .venv/.addresses $(BUILDER)
	@echo "Building $(SITE_FOLDER)/"
	$(call quietly,SITE_DIR=$(SITE_FOLDER) $(call address,) $(BUILD))
	$(call quietly,SITE_DIR=$(SITE_FOLDER)/en $(call address,en/) $(BUILD) --config-file mkdocs.en.yml)
	@$(FINISH) $(SITE_FOLDER) --headers site-headers$(BUILT_WITH)

$(OFFLINE): $(MADE) $(PAGES) $(MACROS) requirements.txt .venv/.addresses $(BUILDER)
	@echo "Building $(OFFLINE_FOLDER)/"
	$(call quietly,SITE_DIR=$(OFFLINE_FOLDER) OFFLINE=true NOT_SHIPPED="$$NOT_SHIPPED_OFFLINE" $(BUILD))
	$(call quietly,SITE_DIR=$(OFFLINE_FOLDER)/en OFFLINE=true $(BUILD) --config-file mkdocs.en.yml)
	@$(FINISH) $(OFFLINE_FOLDER) --from-disk
