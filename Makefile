# The commands of the project; `make` lists them.

.DEFAULT_GOAL := help
.PHONY: help setup check build test demo bench docs clean

# Every import must be a declared dependency of its target: undeclared ones break a clean build at random.
BUILD = swift build --explicit-target-dependency-import-check error

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-6s  %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## Install the system libraries that are missing (silent when all are there)
	@scripts/setup.sh

check: setup ## Hold the house rules: imports, layers, unsafe code, layout
	@scripts/check.sh

build: setup ## Build everything but the tests
	$(BUILD)

test: setup ## Build and run all tests; FILTER=RegistryDomainTests runs one target's
	$(BUILD) --build-tests
	swift test --skip-build --disable-xctest $(if $(FILTER),--filter '$(FILTER)')

demo: build ## Take two areas through the whole cycle, four services and a partner as processes
	@"$$(swift build --show-bin-path)/kvo" demo

bench: setup ## Measure commands and events per second, as JSON lines
	KEURMERK_BENCHMARKS=1 swift run -c release --scratch-path .build-bench bench

docs: setup ## Write the modules' documentation to .build-docs/site
	@scripts/docs.sh

clean: ## Remove everything that was built
	rm -rf .build .build-* .build_*
