# Tieout. `make run` opens the window, `make test` runs every check; both install what they need first.
SHELL := /bin/bash
.DEFAULT_GOAL := run
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
PY := .venv/bin/python
FILES ?=
FILINGS ?= $(wildcard ../shared/filings)
WORKERS ?= 2
# Percent of the branches of core that the tests go through; it may only rise.
COVERED ?= 96
# The tests that are counted in it: those of core itself, on made-up filings. Counting takes half as long again.
COVERING = tests/core tests/laws tests/typeset
# Journeys in which it matters how many of the screen's pixels stand for one.
CLOSE = as_filed chart tables

.PHONY: install run test lint types contracts tests journeys bench score measure mutate fuzz endurance screenshots lock system test-system clean

# Modules are compiled here and not at each start, which would take half as long again; those of Qt's binding, which it
# carries packed, are unpacked by its own switch for that.
install: .venv/.installed
	@$(PY) -m compileall -q main.py core gui

.venv/.installed: requirements.txt
	@test -n "$(PYTHON)" || { echo "Tieout needs Python 3.11 or newer; type: sudo apt-get install -y python3 python3-venv" >&2; exit 2; }
	@$(PY) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv >/dev/null 2>&1 || \
		{ echo "Python's venv is missing; type: sudo apt-get install -y python3-venv" >&2; exit 2; }
	$(PY) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@SBK_EMBED=0 $(PY) -c "import shiboken6" >/dev/null 2>&1 || true
	@$(PY) -m compileall -q .venv/lib/python*/site-packages/shiboken6/files.dir >/dev/null 2>&1 || true
	@touch $@

.venv/.installed-dev: requirements-dev.txt .venv/.installed
	$(PY) -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

system:
	@bash .ci/system-libraries

test-system:
	@bash .ci/system-libraries with-screen

run: install system
	@$(PY) main.py --or-draw $(if $(FILES),$(FILES),--samples)

test: test-system install .venv/.installed-dev lint types contracts tests

lint:
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types:
	$(PY) -m mypy

contracts:
	.venv/bin/lint-imports

tests:
	@rm -f build/.coverage*
	$(PY) -m coverage run -m pytest -n $(WORKERS) -m "not fuzz" $(COVERING)
	@$(PY) -m coverage combine -q
	$(PY) -m coverage report --fail-under=$(COVERED)
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n $(WORKERS) -m "not fuzz and not journey" $(COVERING:%=--ignore=%)
	$(PY) -m pytest -n $(WORKERS) -m journey tests/journeys
	QT_SCALE_FACTOR=2 $(PY) -m pytest -n $(WORKERS) -m journey $(CLOSE:%=tests/journeys/test_%.py)

# The journeys on the screens that people have, and all of them on one of twice as many pixels.
journeys: test-system install .venv/.installed-dev
	for screen in 1280x800 1920x1080; do TIEOUT_SCREEN=$$screen $(PY) -m pytest -n $(WORKERS) -m journey tests/journeys || exit; done
	QT_SCALE_FACTOR=2 $(PY) -m pytest -n $(WORKERS) -m journey tests/journeys

bench: install .venv/.installed-dev
	$(PY) -m tests.bench $(FILINGS)

# How much is read rightly: of made-up filings, whose truth is known; and of real ones, where they are on this machine.
score: install .venv/.installed-dev
	$(PY) -m tests.typeset
ifneq ($(FILINGS),)
	$(PY) ../shared/score/score.py $(FILINGS) --main "$(PY) main.py"
	$(PY) -m tests.articulation $(FILINGS)
	$(PY) -m tests.as_filed $(FILINGS)
	$(PY) -m tests.over_years $(FILINGS)
endif

measure: install .venv/.installed-dev
	$(PY) -m tests.architecture.measures

# Which changes of core no test tells.
mutate: install .venv/.installed-dev
	$(PY) -m tests.mutation

fuzz: install .venv/.installed-dev
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -m fuzz

# Hours of work with the window, drawn from a seed; its rows, and a picture of them, stand in build/ afterwards.
MINUTES ?= 120
endurance: install .venv/.installed-dev
	@mkdir -p build
	$(PY) -m tests.endurance --minutes $(MINUTES) --to build/endurance.csv $(FILINGS)
	$(PY) -m tests.endurance_picture build/endurance.csv build/endurance.png

screenshots: install
	$(PY) -m tests.screenshots

lock:
	uv pip compile --universal --generate-hashes --python-version 3.11 --no-header requirements.in -o requirements.txt
	uv pip compile --universal --generate-hashes --python-version 3.11 --no-header requirements-cluster.in -o requirements-cluster.txt
	uv pip compile --universal --generate-hashes --python-version 3.11 --no-header requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf .venv build .mypy_cache .ruff_cache
