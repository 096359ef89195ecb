#!/usr/bin/env bash
# Writes the documentation of the modules as one site: scripts/docs.sh [MODULE...]
# The DocC plug-in is a dependency only while KEURMERK_DOCS is set (see Package.swift).
set -euo pipefail
cd "$(dirname "$0")/.."

modules=("$@")
if [ ${#modules[@]} -eq 0 ]; then
    # What a newcomer reads first: the lower half of the house. Those that do not exist yet are left out.
    for module in EventSourcing Scheme Statistics Tabular CloudEvents Contracts Bus ZeroMQ Keys PluginKit PluginHost PartnerKit; do
        [ -d "Modules/$module" ] && modules+=("$module")
    done
fi

targets=()
for module in "${modules[@]}"; do
    targets+=(--target "$module")
done
# One module gives its archive as it is; several want the combined form to land in one folder.
[ ${#modules[@]} -gt 1 ] && targets+=(--enable-experimental-combined-documentation)

site=.build-docs/site
KEURMERK_DOCS=1 swift package --scratch-path .build-docs --disable-sandbox \
    --allow-writing-to-directory "$site" generate-documentation "${targets[@]}" \
    --symbol-graph-minimum-access-level package \
    --transform-for-static-hosting --output-path "$site"
echo "docs: python3 -m http.server --directory $site, then http://localhost:8000/documentation/"
