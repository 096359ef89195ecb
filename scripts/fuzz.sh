#!/usr/bin/env bash
# Feeds the parsers with made-up bytes: scripts/fuzz.sh [SECONDS [TARGET...]], 10 seconds for each target of Fuzz/.
# scripts/fuzz.sh --seeds writes the seeds of Fuzz/corpus anew. Fuzz/README.md tells what the targets hold.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-10}
[ $# -gt 0 ] && shift
build=.build-fuzz
runner=$build/fuzz

# A crashed Swift process would otherwise wait for its own debugger; what Swift keeps until the end is no leak.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
mkdir -p "$build"

log=$build/build.log
# No parser takes a digest, so the C of that library may be slow; optimising it would take longer than all the rest.
KEURMERK_FUZZ=1 swift build -c release -Xcc -O0 -Xcxx -O0 --scratch-path "$build" --product fuzz > "$log" 2>&1 || {
    grep -E 'error' "$log" >&2 || cat "$log" >&2
    exit 1
}
# libFuzzer brings the main function, so the package makes a library and this the program.
if [ "$build/release/libfuzz.a" -nt "$runner" ]; then
    swiftc -sanitize=fuzzer,address -o "$runner" \
        -Xlinker --whole-archive "$build/release/libfuzz.a" -Xlinker --no-whole-archive -lzmq > "$log" 2>&1 || {
        cat "$log" >&2
        exit 1
    }
fi

if [ "$seconds" = --seeds ]; then
    KEURMERK_FUZZ_SEEDS=Fuzz/corpus "$runner"
    mkdir -p Fuzz/corpus/table Fuzz/corpus/imports
    # The importers' first byte names the kind of file.
    for kind in p:politiecijfers f:brandweercijfers i:schouw s:enquete; do
        file=$(find Examples/doorn-centrum -name "${kind#*:}-*.csv" | sort | head -1)
        head -4 "$file" > "Fuzz/corpus/table/${kind#*:}"
        { printf %s "${kind%%:*}"; head -4 "$file"; } > "Fuzz/corpus/imports/${kind#*:}"
    done
    exit 0
fi

targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(KEURMERK_FUZZ_LIST=1 "$runner")
[ ${#targets[@]} -gt 0 ] || { echo "fuzz: the program lists no targets" >&2; exit 1; }

failed=0
for target in "${targets[@]}"; do
    # What is found goes to a folder of its own; the seeds in the repository stay as they are.
    found=$build/found/$target crashes=$build/crashes/$target log=$build/$target.log
    mkdir -p "$found" "$crashes"
    inputs=("$found")
    for folder in corpus regressions; do
        [ -d "Fuzz/$folder/$target" ] && inputs+=("Fuzz/$folder/$target")
    done
    status=0
    KEURMERK_FUZZ_TARGET=$target "$runner" -max_total_time="$seconds" -max_len=4096 -timeout=5 -rss_limit_mb=1024 \
        -print_final_stats=1 -artifact_prefix="$crashes/" "${inputs[@]}" > "$log" 2>&1 || status=$?
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    coverage=$(sed -nE 's/.* cov: ([0-9]+) ft: ([0-9]+) .*/\1 edges, \2 features/p' "$log" | tail -1)
    printf 'fuzz: %-9s %9s executions, %s\n' "$target" "${runs:-0}" "${coverage:-no coverage}"
    if [ "$status" -ne 0 ]; then
        failed=1
        input=$(sed -n 's/.*Test unit written to //p' "$log" | tail -1)
        grep -m 3 -E 'Fatal error|ERROR:|the property does not hold' "$log" >&2 || tail -5 "$log" >&2
        echo "fuzz: $target failed on ${input:-an input that was not kept}; all is in $log" >&2
        echo "fuzz: again with KEURMERK_FUZZ_TARGET=$target $runner ${input:-}; keep the input in Fuzz/regressions/$target" >&2
    elif [ "${runs:-0}" -eq 0 ] || [ -z "$coverage" ]; then
        # A target that ran nothing or sees nothing has proved nothing.
        failed=1
        echo "fuzz: $target ran nothing or has no coverage; all is in $log" >&2
    fi
done
exit "$failed"
