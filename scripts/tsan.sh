#!/usr/bin/env bash
# Runs the tests of the concurrent modules under ThreadSanitizer: scripts/tsan.sh
# KEURMERK_TSAN_SELFTEST=1 scripts/tsan.sh first shows that a race is found, with a small program that has one.
set -euo pipefail
cd "$(dirname "$0")/.."

suites=(ZeroMQTests BusTests)
gateways=()
for folder in Tests/Gateway*Tests; do
    [ -d "$folder" ] && gateways+=("$(basename "$folder")")
done
[ ${#gateways[@]} -gt 0 ] || echo "tsan: there is no Tests/Gateway*Tests yet, so the gateway is not among the tests"
suites+=(${gateways[@]+"${gateways[@]}"})

build=.build-tsan
mkdir -p "$build"
# A report ends the process at once: a test that goes on after a race proves nothing.
export SWIFT_BACKTRACE=enable=no
export TSAN_OPTIONS="halt_on_error=1 exitcode=66 suppressions=$PWD/scripts/tsan-suppressions.txt"

if [ -n "${KEURMERK_TSAN_SELFTEST:-}" ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    cat > "$folder/race.swift" << 'SWIFT'
import Glibc

final class Box { nonisolated(unsafe) static var count = 0 }

var threads = [pthread_t](repeating: 0, count: 2)
for index in threads.indices {
    pthread_create(&threads[index], nil, { _ in
        for _ in 0..<100_000 { Box.count += 1 }
        return nil
    }, nil)
}
for thread in threads { pthread_join(thread, nil) }
print(Box.count)
SWIFT
    swiftc -sanitize=thread -o "$folder/race" "$folder/race.swift"
    status=0
    "$folder/race" > "$folder/output" 2>&1 || status=$?
    if [ "$status" -ne 66 ] || ! grep -q 'WARNING: ThreadSanitizer: .* race' "$folder/output"; then
        cat "$folder/output" >&2
        echo "tsan: a program with a race was not found out (status $status)" >&2
        exit 1
    fi
    echo "tsan: a program with a race is found out"
fi

# The names choose what the manifest has: the rest of the system would be built for nothing.
KEURMERK_TESTS="${suites[*]}" swift build --product keurmerkPackageTests --sanitize thread --scratch-path "$build" > "$build/build.log" 2>&1 || {
    grep -E 'error' "$build/build.log" >&2 || cat "$build/build.log" >&2
    exit 1
}
for suite in "${suites[@]}"; do
    log=$build/$suite.log
    status=0
    # A test that waits for ever would otherwise keep its caller waiting too.
    KEURMERK_TESTS="${suites[*]}" timeout --kill-after 10 900 swift test --skip-build --disable-xctest --sanitize thread --scratch-path "$build" \
        --filter "^$suite\." > "$log" 2>&1 || status=$?
    races=$(grep -c 'WARNING: ThreadSanitizer' "$log" || true)
    passed=$(grep -oE 'Test run with [0-9]+ tests.* passed' "$log" | tail -1 || true)
    echo "tsan: $suite: ${passed:-not passed}, $races reports, status $status"
    # A filter that matches nothing passes with 0 tests.
    if [ "$status" -ne 0 ] || [ "$races" -ne 0 ] || [ -z "$passed" ] || [[ $passed == *"with 0 tests"* ]]; then
        grep -A 30 -m 1 'WARNING: ThreadSanitizer' "$log" >&2 || grep -E '^✘|: error:' "$log" >&2 || tail -20 "$log" >&2
        echo "tsan: all is in $log" >&2
        exit 1
    fi
done
