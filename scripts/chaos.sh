#!/usr/bin/env bash
# Kills real processes at random while partners follow: scripts/chaos.sh [--duration SECONDS] [--seed NUMBER] [--short] …
# All options: Tests/Chaos/README.md. Build first; BIN names another folder of built executables.
set -euo pipefail

cd "$(dirname "$0")/.."
exec "${BIN:-$(swift build --show-bin-path)}/chaos" "$@"
