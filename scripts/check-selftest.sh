#!/usr/bin/env bash
# Shows that check.sh holds each rule: a clean tree passes, and a tree with one file per violation gives
# exactly the findings that were planted, no more and no fewer. Every rule must be planted at least once.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
    echo "check-selftest: $1" >&2
    exit 1
}

# put TREE PATH: writes standard input to a file.
put() {
    mkdir -p "$(dirname "$work/$1/$2")"
    cat > "$work/$1/$2"
}

# plant RULE LINE PATH: writes standard input to a file of the bad tree and expects this finding in it.
plant() {
    put bad "$3"
    echo "$3:$2: $1" >> "$work/expected"
}

# --- A clean tree: what must not be found, in both trees ---------------------------------------------------

clean() {
    local tree=$1
    mkdir -p "$work/$tree"
    cp "$here/../.swift-format" "$work/$tree/"

    put "$tree" Modules/Registry/Domain/Area.swift <<'SWIFT'
import EventSourcing
import FoundationEssentials
import Scheme

/// Names one area.
///
/// No try! here, no fatalError( either: comments are not code.
package struct Area {
    package let name = "try! Task { as! DateFormatter() \(1 + 2) ZMQ_CONFLATE"
    package let note = #"a "quoted" unsafe word"#
}
SWIFT
    put "$tree" Modules/Registry/Plugin/RegistryPlugin.swift <<'SWIFT'
import Bus
import Contracts
import Foundation
import Logging
import RegistryDomain
import ServiceLifecycle

/// Names the task types that are allowed.
package struct RegistryPlugin {
    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await Task.sleep(for: .seconds(1)) }
            try await group.waitForAll()
        }
        let handle: Task<Void, Never>? = nil
        await handle?.value
    }
}
SWIFT
    put "$tree" Modules/Statistics/Rate.swift <<'SWIFT'
import Glibc

/// Tells nothing.
package struct Rate {}
SWIFT
    put "$tree" Modules/ZeroMQ/Buffer.swift <<'SWIFT'
import CZeroMQ

/// Holds one buffer that only the thread of its socket touches, so that sending it on is sound.
final class Buffer: @unchecked Sendable {
    /// Clears the bytes; the buffer owns them until it goes.
    func clear() {
        let count = 3
        unsafe wipe(count)
        unsafe wipe(count + 1)
    }

    // The library copies the text before the call returns.
    func name() -> String {
        var length = 0
        length += 1
        length += 1
        length += 1
        return unsafe text(length)
    }
}

/// Sends buffers.
///
/// Soundness: every call runs on the thread that owns the socket, while it is open.
extension Buffer {
    func first() {
        unsafe send()
    }

    func second() {
        unsafe send()
    }
}

/// Owns one message and frees it exactly once.
@safe
struct Message: ~Copyable {
    deinit {
        unsafe close()
    }
}
SWIFT
    put "$tree" Modules/PluginHost/SystemdNotice.swift <<'SWIFT'
import Configuration
import Foundation
import Yams

/// Sends one datagram.
func notify(_ text: String) {
    // The bytes live until the closure returns, and sendto copies them before that.
    text.utf8.withContiguousStorageIfAvailable { withUnsafeBytes(of: $0) { _ in } }
}
SWIFT
    put "$tree" Modules/TestSupport/Runner.swift <<'SWIFT'
import RegistryPlugin
import Testing

/// Runs a program.
package struct Runner {}
SWIFT
    put "$tree" Services/registry/Main.swift <<'SWIFT'
import ArgumentParser
import PluginHost
import RegistryPlugin

/// Runs the registry.
struct Main {}
SWIFT
    put "$tree" Tests/RegistryDomainTests/AreaTests.swift <<'SWIFT'
import TestSupport
import Testing

@testable import RegistryDomain

@Suite("Area")
struct AreaTests {
    @Test("an area has a name")
    func name() throws {
        let text = ["a"].first!
        let value = try! read(text) as! String
        #expect(value == "a")
        Task { fatalError("a test may") }
    }
}

struct FakeClock {
    func sleep(until deadline: Int) async throws {}
}
SWIFT
    put "$tree" Benchmarks/Bare/main.swift <<'SWIFT'
import GRDB

print(Database.self)
SWIFT
    local workplace=work
    put "$tree" docs/note.md <<TEXT
See https://example.org/$workplace/one, ../$workplace/two and a/root/three; a package lives in /usr/lib/keurmerk/.
TEXT
    # Build folders are not looked at.
    put "$tree" .build/debug/Bad.swift <<<'let bad = try! read()'
    put "$tree" .build-tsan/Modules/Bad.swift <<<'let bad = try! read()'
}

clean good
"$here/check.sh" "$work/good" > "$work/found" 2>&1 || {
    cat "$work/found" >&2
    fail "a clean tree has findings"
}

# --- The bad tree ------------------------------------------------------------------------------------------

clean bad
: > "$work/expected"

# One importer a library, by folder; an unknown library has no owner yet.
for case in Scheme:GRDB:pure-import Contracts:Logging:pure-import EventSourcing:Foundation:pure-import \
    Tabular:Glibc:pure-import CloudEvents:ServiceLifecycle:pure-import Statistics:Bus:layer \
    Bus:GRDB:library Bus:CZeroMQ:library Bus:Crypto:library Bus:Configuration:library Console:Yams:library \
    Bus:ArgumentParser:library Console:Configuration:library Console:Metrics:library Bus:NIOCore:library PluginHost:Testing:library \
    ZeroMQ:Bus:layer EventSourcing:SQLiteEventStore:layer Bus:Contracts2:library Contracts:EventSourcing2:pure-import \
    PluginHost:RegistryPlugin:layer ZeroMQ:SQLiteEventStore:layer Bus:TestSupport:test-support; do
    IFS=: read -r module library rule <<<"$case"
    plant "$rule" 1 "Modules/$module/Import$library.swift" <<<"package import $library"
done
for library in Bus Foundation Logging Glibc Contracts SQLiteEventStore AnalysisDomain ZeroMQ; do
    plant domain-import 3 "Modules/Registry/Domain/Import$library.swift" <<<"import Scheme

@preconcurrency import struct $library.Thing"
done
plant context 1 Modules/Registry/Plugin/Other.swift <<<'import AnalysisDomain'
plant context 1 Modules/Planning/Plugin/Other.swift <<<'import AnalysisImport'
plant layer 1 Modules/Analysis/Import/Up.swift <<<'import AnalysisPlugin'
plant test-support 1 Services/registry/Support.swift <<<'import TestSupport'
plant library 1 Services/kvo/Store.swift <<<'import GRDB'
plant library 1 Tests/RegistryDomainTests/Store.swift <<<'import GRDB'
plant library 1 Tests/BusTests/Start.swift <<<'import Yams'
plant library 1 Benchmarks/Bare/Digest.swift <<<'import Crypto'
plant unlisted-module 1 Modules/Weather/Rain.swift <<<'let rain = 1'
plant unlisted-module 1 Modules/Registry/Web/Page.swift <<<'let page = 1'

# What stops a process, or outlives its owner.
plant force-try 1 Modules/Bus/ForceTry.swift <<<'let value = try! read()'
plant force-try 3 Services/kvo/ForceTry.swift <<'SWIFT'
let text = """
    \(nested("(")) try! in a text is no code
    """ + (try! read())
SWIFT
plant force-cast 1 Modules/Bus/ForceCast.swift <<<'let value = read() as! Int'
plant fatal-error 2 Modules/Bus/Fatal.swift <<'SWIFT'
func stop() -> Never {
    fatalError("no")
}
SWIFT
plant to-do 1 Modules/Bus/Later.swift <<<"let later = 1  // TO""DO: more"
plant to-do 1 Tests/BusTests/Later.swift <<<"// FIX""ME"
plant unstructured-task 2 Modules/Bus/Loose.swift <<'SWIFT'
func loose() {
    Task { await work() }
}
SWIFT
plant unstructured-task 2 Modules/Bus/LoosePriority.swift <<'SWIFT'
func loose() {
    _ = Task<Void, Never>(priority: .high()) {
        await work()
    }
}
SWIFT
plant unstructured-task 2 Services/kvo/Detached.swift <<'SWIFT'
func loose() {
    Task.detached { await work() }
}
SWIFT
plant formatter 1 Modules/Console/Dates.swift <<<'let formatter = ISO8601DateFormatter()'
plant formatter 1 Services/kvo/Numbers.swift <<<'let formatter = NumberFormatter()'

# Code taken on trust.
plant unsafe-place 1 Modules/Bus/Unchecked.swift <<<'final class Box: @unchecked Sendable {}  // sound, only one thread'
plant unsafe-place 1 Modules/Bus/Isolated.swift <<<'nonisolated(unsafe) var count = 0  // sound, only one thread'
plant unsafe-place 1 Tests/BusTests/Unmanaged.swift <<<'let box = Unmanaged.passRetained(object)'
plant unsafe-place 2 Services/kvo/Unsafe.swift <<'SWIFT'
// The pointer is valid until the call returns, because we hold it.
let value = unsafe pointer.pointee
SWIFT
plant unsafe-reason 1 Modules/ZeroMQ/Unchecked.swift <<<'final class Box: @unchecked Sendable {}'
plant unsafe-reason 3 Modules/ZeroMQ/Unsafe.swift <<'SWIFT'
/// Sends the bytes of one frame.
func send() {
    unsafe write(pointer)
}
SWIFT
plant unsafe-reason 8 Modules/ZeroMQ/Neighbour.swift <<'SWIFT'
// The socket owns the pointer, so it is valid here.
func send() {
    unsafe write(pointer)
}

/// Sends more.
func sendMore() {
    unsafe write(pointer)
}
SWIFT
# Words that any sentence may have are no reason.
plant unsafe-reason 4 Modules/ZeroMQ/Filler.swift <<'SWIFT'
/// So it is written only once, before the thread must hold it.
func send() {
    // Because of that it is always after this, while it stays so.
    unsafe write(pointer)
}
SWIFT
# One file outside lends pointers, with a reason; any other may not, whatever it says.
plant unsafe-place 3 Modules/PluginHost/Pointer.swift <<'SWIFT'
func send() {
    // Sound because the bytes live until the closure returns.
    withUnsafeBytes(of: 1) { _ in }
}
SWIFT
plant unsafe-place 1 Services/kvo/Pointer.swift <<<'let pointer: UnsafePointer<Int>? = nil'
plant unsafe-reason 2 Modules/PluginHost/SystemdNotice.swift <<'SWIFT'
func send() {
    withUnsafeBytes(of: 1) { _ in }
}
SWIFT

# Sleeps in tests, of any kind.
plant test-sleep 1 Tests/BusTests/Sleep.swift <<<'try await Task.sleep(for: .milliseconds(5))'
plant test-sleep 1 Tests/BusTests/ClockSleep.swift <<<'try await clock.sleep(until: .now)'
plant test-sleep 1 Tests/BusTests/Microseconds.swift <<<'usleep(10)'
plant test-sleep 2 Tests/IntegrationTests/peer.py <<'PYTHON'
import time
time.sleep(1)
PYTHON

# Forks, in any language.
plant fork 1 Modules/PluginHost/Fork.swift <<<'let child = fork()'
plant fork 1 Services/kvo/Fork.swift <<<'let child = Glibc.vfork()'
plant fork 1 Tests/BusTests/Fork.swift <<<'let child = forkpty(nil, nil, nil, nil)'
plant fork 3 Examples/partners/c/partner.c <<'C'
int main(void) {
    /* A child of its own. */
    return fork ();
}
C
plant fork 2 Tests/IntegrationTests/fork.py <<'PYTHON'
import os
os.fork()
PYTHON

# Options of libzmq.
plant zmq-option 1 Modules/ZeroMQ/Manual.swift <<<'let option = ZMQ_XPUB_MANUAL'
plant zmq-option 1 Modules/ZeroMQ/Drop.swift <<<'let option = ZMQ_XPUB_NODROP'
plant zmq-option 1 Modules/ZeroMQ/Welcome.swift <<<'let option = SocketOption.xpubWelcomeMessage'
plant zmq-option 1 Modules/CZeroMQ/shim.h <<<'static const int last_only = ZMQ_CONFLATE;'

# Files.
{ for ((line = 1; line <= 401; line++)); do echo "let line$line = $line"; done; } |
    plant file-length 401 Modules/Bus/Long.swift
plant workplace-path 1 docs/where.md <<<"Built in /wo""rk/main."
plant workplace-path 1 Examples/settings.yaml <<<"data: /home/ann""/kvo"
plant workplace-path 1 deploy/run.sh <<<"cd /ro""ot/kvo"
plant workplace-path 1 Modules/Bus/Path.swift <<<"let path = \"/tmp/p""kg-bus\""

# A regex literal that looks like the start of a long text would hide what follows.
plant readable 1 Modules/Bus/Hidden.swift <<'SWIFT'
let pattern = #/"""/#
let value = try! read()
SWIFT

# Layout; force unwraps in the product but not in tests.
plant format 1 Modules/Bus/Unwrap.swift <<<'let value = read()!'
plant format 1 Tests/BusTests/Layout.swift <<<'let value=1'

status=0
"$here/check.sh" "$work/bad" > "$work/output" 2> "$work/errors" || status=$?
[ "$status" -eq 1 ] || fail "check.sh gave $status on a bad tree, not 1: $(cat "$work/errors")"
# Findings as path:line: rule; a violation may break a rule of layout as well, which is not the point here.
sed -E 's/^([^:]+:[0-9]+: [a-z-]+): .*/\1/' "$work/output" | sort -u > "$work/all"
grep -v ': format$' "$work/all" > "$work/found"
grep ': format$' "$work/expected" | while read -r line; do
    grep -qxF "$line" "$work/all" && echo "$line" >> "$work/found"
done
sort -u "$work/expected" > "$work/wanted"
sort -u "$work/found" > "$work/got"
diff "$work/wanted" "$work/got" > "$work/difference" || {
    sed -n -e 's/^< /planted, not found: /p' -e 's/^> /found, not planted: /p' "$work/difference" >&2
    fail "the findings are not those that were planted"
}

# One violation alone is enough to fail, by either part of the check.
for file in Modules/Bus/ForceTry.swift Tests/BusTests/Layout.swift; do
    rm -rf "$work/one"
    clean one
    mkdir -p "$(dirname "$work/one/$file")"
    cp "$work/bad/$file" "$work/one/$file"
    if "$here/check.sh" "$work/one" > "$work/output" 2>&1; then
        fail "check.sh passes a tree with $file"
    fi
done

# No rule without a case.
{ "$here/house_rules.py" --rules | cut -d: -f1; echo format; } | while read -r rule; do
    grep -q ": $rule\$" "$work/expected" || fail "rule $rule has no case here"
done

rules=$(cut -d' ' -f2 "$work/wanted" | sort -u | wc -l)
echo "check-selftest: $(wc -l < "$work/wanted") violations of $rules rules found, a clean tree passes"
