# Two commands matter: `make run` and `make test`. The work is done in dev/.
PYTHON ?= python3
export PORT

.DEFAULT_GOAL := help
.PHONY: help run test lint format messages shell bench search faults lock

help: ## Show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18

run: ## Start the portal with demo data on http://127.0.0.1:8000/ (other port: make run PORT=8001)
	@exec $(PYTHON) -m dev.run

test: ## Run every check and test (a part: make test ARGS="tests/core -k cycle")
	@exec $(PYTHON) -m dev.test $(ARGS)

lint: ## Run the checks of style only
	@exec $(PYTHON) -m dev.test --lint

format: ## Format Python and templates
	@exec $(PYTHON) -m dev.test --format

messages: ## Extract the texts to translate, in the six languages
	@exec $(PYTHON) -m dev.environment --dev manage.py makemessages --no-location --no-obsolete \
		-l en -l fr -l es -l ar -l zh_Hans -l ru -i 'var/*' -i '.venv/*' -i 'tests/*' -i 'dev/*'

shell: ## Open Django's shell on the data of make run
	@exec $(PYTHON) -m dev.environment manage.py shell $(ARGS)

bench: ## Measure the speed of the main pages
	@exec $(PYTHON) -m dev.environment -m bench $(ARGS)

search: ## Judge the search by real questions in the six languages
	@exec $(PYTHON) -m dev.environment -m bench.search

faults: ## Kill processes at random while people work, and count what is left
	@exec $(PYTHON) -m dev.environment --dev -m bench.faults $(ARGS)

lock: ## Resolve requirements*.txt into the lock files
	@exec $(PYTHON) -m dev.lock
