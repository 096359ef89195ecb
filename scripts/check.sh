#!/usr/bin/env bash
# Holds the house rules: scripts/check.sh [ROOT]
# Prints every finding as `path:line: rule: message` and exits 1 if there is one.
# The tables (modules, layers, libraries and their owners) are at the top of house_rules.py.
set -uo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "${1:-$here/..}" && pwd) || exit 2
python=/usr/bin/python3
[ -x "$python" ] || python=python3
status=0

"$python" -B "$here/house_rules.py" "$root" || status=1
# The self-test of these rules runs over trees that hold no events.
if [ -f "$root/Modules/Contracts/EventCatalogue.swift" ]; then
    "$python" -B "$here/event_docs.py" --check "$root" || status=1
    "$python" -B "$here/check_events.py" "$root" || status=1
    "$python" -B "$here/failure_modes.py" --check "$root" || status=1
fi

# Tests may unwrap by force and use try!: there a crash is a failed test, not a stopped service.
config=$root/.swift-format
[ -f "$config" ] || config=$here/../.swift-format
test_config=$(mktemp) || exit 2
trap 'rm -f "$test_config"' EXIT
"$python" - "$config" > "$test_config" <<'PYTHON'
import json, sys
config = json.load(open(sys.argv[1]))
config["rules"].update(NeverForceUnwrap=False, NeverUseForceTry=False)
json.dump(config, sys.stdout)
PYTHON

# lint CONFIG PATH...: findings of swift format in the form of ours; paths that are not there are left out.
lint() {
    local configuration=$1 paths=() path
    shift
    for path in "$@"; do
        [ -e "$root/$path" ] && paths+=("$path")
    done
    [ ${#paths[@]} -eq 0 ] && return 0
    cd "$root" || return 2
    swift format lint --strict --parallel --recursive --configuration "$configuration" "${paths[@]}" 2>&1 |
        sed -E 's/^(.*\.swift:[0-9]+):[0-9]+: (error|warning): /\1: format: /'
}

lint "$config" Package.swift Modules Services Benchmarks Examples || status=1
lint "$test_config" Tests || status=1
exit "$status"
