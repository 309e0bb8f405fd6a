# Two commands to know: `make demo` (a first look) and `make test` (what CI runs).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MODE := /usr/share/apertium/modes/spa-eng_US.mode
PORTUGUESE := /usr/share/apertium/modes/es-pt.mode
CHROMIUM := /usr/bin/chromium
TIDY := /usr/bin/tidy

.PHONY: demo test lint format fuzz clean

demo: $(VENV)/.demo $(MODE)
	@$(BIN)/workflow translate
	@echo
	@echo "Where to look next:"
	@echo "  articles/drafts/en/   the English drafts, as pages"
	@echo "  articles/review/en/   Spanish and English side by side, findings between them"
	@echo "  articles/catalogs/en/ the state of every segment (opens in Poedit)"
	@echo "  $(BIN)/workflow check   every finding with file:line:column"
	@echo "  $(BIN)/workflow serve   all of it in a browser, edited and approved there"
	@echo "These drafts are Apertium's unless a neural package is installed. To get it:"
	@echo "  $(BIN)/workflow models install es en          downloads it (or name a .argosmodel file)"
	@echo "  $(BIN)/workflow translate --force-machine     drafts anew with it"

test: $(VENV)/.test $(MODE) $(PORTUGUESE) $(CHROMIUM) $(TIDY)
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

SECONDS ?= 600
fuzz: $(VENV)/.test
	$(BIN)/python fuzz/run.py --seconds $(SECONDS)

clean:
	rm -rf $(VENV) .workflow articles/catalogs articles/drafts articles/review

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "Python's venv module is needed (Debian: apt-get install python3-venv)" >&2; exit 1; }

$(VENV)/.demo: pyproject.toml hatch_build.py | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[argos,serve]'
	@touch $@

$(VENV)/.test: pyproject.toml hatch_build.py | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[argos,serve,dev]'
	@touch $@ $(VENV)/.demo

$(MODE):
	$(call debian,Apertium,apertium apertium-eng-spa)

$(PORTUGUESE):
	$(call debian,Apertium,apertium-es-pt)

$(CHROMIUM):
	$(call debian,Chromium,chromium)

$(TIDY):
	$(call debian,HTML Tidy,tidy)

# What is needed and its Debian packages: installed where that can be done, else named.
define debian
	@if ! command -v apt-get >/dev/null; then \
	  echo "$(1) is needed: install $(2) with your system's packages" >&2; exit 1; \
	elif [ "$$(id -u)" = 0 ]; then \
	  apt-get update -qq && apt-get install -qq -y --no-install-recommends $(2) >/dev/null; \
	elif command -v sudo >/dev/null; then \
	  sudo apt-get update -qq && sudo apt-get install -qq -y --no-install-recommends $(2) >/dev/null; \
	else \
	  echo "$(1) is needed: as root, apt-get install $(2)" >&2; exit 1; \
	fi
endef
