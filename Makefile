# make run    sets everything up and serves the product at http://localhost:8000 (PORT=9000 make run: there)
# make test   sets everything up and runs every check and test
.DEFAULT_GOAL := help
.PHONY: help run setup lint format test lock

help: ## What can be done here
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: ## Set up and serve at http://localhost:8000, until Ctrl-C
	@scripts/install.sh requirements.txt
	@exec .venv/bin/python scripts/run.py

setup: ## Set up all that building and testing need
	@scripts/install.sh requirements-dev.txt
	@scripts/chromium.sh

lint: ## Style, types, layers, templates, forgotten migrations
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy .
	.venv/bin/lint-imports
	.venv/bin/djlint templates --lint --quiet
	.venv/bin/python manage.py makemigrations --check --dry-run

format: ## Put code in form
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

test: setup lint ## Every check and every test
	scripts/test.sh

lock: setup ## Lock the packages again after a change of requirements*.in
	.venv/bin/uv pip compile --quiet --no-header --generate-hashes --universal --python-version 3.12 requirements.in -o requirements.txt
	.venv/bin/uv pip compile --quiet --no-header --generate-hashes --universal --python-version 3.12 --constraints requirements.txt requirements-dev.in -o requirements-dev.txt
