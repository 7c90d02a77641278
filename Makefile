# Two commands set up everything on a fresh Debian or Ubuntu machine with Swift 6.2 or newer:
#   make demo   builds, runs both sample configurations, says where the results are
#   make test   runs all tests

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PACKAGES := libxml2-dev libicu-dev libgmime-3.0-dev libarchive-dev libzstd-dev libdeflate-dev \
  zlib1g-dev libbrotli-dev \
  libcld2-dev libphonenumber-dev libssl-dev pkg-config
TEXTMILL := .build/release/textmill
VOCABULARY := Sources/CVocabulary/default.tiktoken
VOCABULARY_SIZE := 8192

.PHONY: help demo build test lint format vocabulary clean swift libraries

help: ## Say what there is to make.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

swift:
	@command -v swift >/dev/null || { \
	  echo "make: there is no swift: install Swift 6.2 or newer (swift.org/install)" >&2; exit 1; }
	@version=$$(swift --version 2>&1 | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1); \
	read -r major minor <<<"$${version:-0 0}"; \
	if (( major < 6 || (major == 6 && minor < 2) )); then \
	  echo "make: this is Swift $$major.$$minor: install Swift 6.2 or newer (swift.org/install)" >&2; \
	  exit 1; \
	fi

libraries:
	@missing=(); \
	if command -v dpkg-query >/dev/null; then \
	  for package in $(PACKAGES); do \
	    dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' \
	      || missing+=("$$package"); \
	  done; \
	else \
	  missing=($(PACKAGES)); \
	fi; \
	if (( $${#missing[@]} == 0 )); then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
	  echo "make: there is no apt-get: going on, in the hope that these are here: $${missing[*]}" >&2; \
	  exit 0; \
	fi; \
	root=(); if (( $$(id -u) != 0 )); then root=(sudo); fi; \
	echo "installing $${missing[*]}"; \
	"$${root[@]}" apt-get update -qq || true; \
	"$${root[@]}" env DEBIAN_FRONTEND=noninteractive \
	  apt-get install -y -qq --no-install-recommends "$${missing[@]}"

build: swift libraries ## Build the release binary.
	swift build -c release --product textmill

demo: build ## Build, and run both sample configurations on corpora/.
	$(TEXTMILL) run configs/support-bot.yaml --fresh
	$(TEXTMILL) run configs/product-index.yaml --fresh
	@echo
	@echo "training set    runs/support-bot/data/         report  runs/support-bot/report.html"
	@echo "search index    runs/product-index/retrieval/  report  runs/product-index/report.html"

test: swift libraries ## Run all tests.
	swift test

lint: swift ## Check the format of the sources.
	swift format lint --strict -r Sources Tests Package.swift

format: swift ## Bring the sources into format.
	swift format -i -r Sources Tests Package.swift

vocabulary: build ## Train the embedded vocabulary on corpora/ again.
	work=$$(mktemp -d); trap 'rm -rf "$$work"' EXIT; \
	$(TEXTMILL) run Sources/CVocabulary/vocabulary.yaml --output "$$work/run" --progress none; \
	$(TEXTMILL) tokenizer train --size $(VOCABULARY_SIZE) --output "$$work/default.tiktoken" \
	  "$$work"/run/data/documents-*; \
	mv "$$work/default.tiktoken" $(VOCABULARY)

clean: ## Remove what was built and the runs.
	rm -rf .build runs
