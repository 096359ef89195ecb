# The commands of the project; `make` lists them.

.DEFAULT_GOAL := help
.PHONY: help setup check build test demo simulate chaos fuzz test-tsan events contracts bench bench-bus bench-peers bench-analysis check-report docs clean

# Every import must be a declared dependency of its target: undeclared ones break a clean build at random.
BUILD = swift build --explicit-target-dependency-import-check error

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-14s  %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Install the system libraries that are missing (silent when all are there)
	@scripts/setup.sh

check: setup ## Hold the house rules: imports, layers, unsafe code, layout
	@scripts/check.sh

build: setup ## Build everything but the tests
	$(BUILD)

test: setup ## Build and run all tests; FILTER=RegistryDomainTests runs one target's
	$(BUILD) --build-tests
ifdef FILTER
	swift test --skip-build --disable-xctest --filter '$(FILTER)'
else
	swift test --skip-build --disable-xctest --skip '^IntegrationTests'
	swift test --skip-build --disable-xctest --filter '^IntegrationTests'
endif

demo: build ## Take two areas through the whole cycle: five services, a subscriber and three partners as processes
	@"$$(swift build --show-bin-path)/kvo" demo --reports .build-report/demo

check-report: demo ## Open the demonstration's reports in a headless browser with axe-core (needs Debian's chromium)
	test -x .build-report/bin/python || /usr/bin/python3 -m venv .build-report
	.build-report/bin/pip install -q axe-core-python==0.1.0
	.build-report/bin/python -B scripts/check_report.py .build-report/demo/*/report.html

simulate: setup ## Run the bus protocol under faults in virtual time: SEEDS=10000, or SEED=123 to repeat one
	swift run -c release --scratch-path .build-simulate simulate $(if $(SEED),--seed $(SEED),--seeds $(or $(SEEDS),10000))

chaos: build ## Kill real processes at random while partners follow: DURATION=25 seconds a level, SEED=n
	scripts/chaos.sh $(if $(DURATION),--duration $(DURATION)) $(if $(SEED),--seed $(SEED))

fuzz: setup ## Feed each parser of outside bytes with mutated input: SECONDS=10 a target
	scripts/fuzz.sh $(or $(SECONDS),10)

test-tsan: setup ## Run the tests of ZeroMQ, Bus and the gateway under the thread sanitizer
	scripts/tsan.sh

events: setup ## Write the published documents of the events anew: schemas, examples, events.md, asyncapi.yaml
	$(BUILD) --build-tests
	KEURMERK_WRITE_EXAMPLES=1 swift test --skip-build --disable-xctest --filter 'ContractsTests.EventDocumentsTests/examples'
	python3 -B scripts/event_docs.py

contracts: setup ## Validate the published documents, with the package cloudevents where it can be installed
	test -x .build-contracts/bin/python || /usr/bin/python3 -m venv --system-site-packages .build-contracts
	.build-contracts/bin/pip install -q --retries 0 --timeout 5 cloudevents==2.2.0 || echo "going on without the package cloudevents" >&2
	.build-contracts/bin/python -B scripts/check_events.py

bench: setup ## Measure commands and events per second, as JSON lines
	KEURMERK_BENCHMARKS=1 swift run -c release --scratch-path .build-bench bench

bench-bus: setup ## Measure the bus beside its peers, interleaved, as JSON lines
	KEURMERK_BENCHMARKS=1 swift run -c release --scratch-path .build-bench bench bus

bench-peers: ## Install the peers that bench-bus measures beside us: Redis, PostgreSQL, NATS
	scripts/bench-peers.sh install

bench-analysis: setup ## Time kvo figures summarise beside polars, DuckDB and pandas: ROUNDS=7
	scripts/bench-analysis.sh $(or $(ROUNDS),7)

docs: setup ## Write the modules' documentation to .build-docs/site
	@scripts/docs.sh

clean: ## Remove everything that was built
	rm -rf .build .build-* .build_*
