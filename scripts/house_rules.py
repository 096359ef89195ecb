#!/usr/bin/env python3
"""Holds the house rules over a source tree.

Called by check.sh. Every finding is one line, `path:line: rule: message`; all findings are printed before
the exit with 1. The tables below are the rules: a new module or library is one line in them.
"""

import os
import re
import sys

# --- Tables -----------------------------------------------------------------------------------------------

# Our modules in layers, low to high. A file imports modules of lower layers only, and its own module.
LAYERS = [
    ["CZeroMQ", "Statistics", "Tabular", "Scheme", "Integrity", "CloudEvents"],
    ["EventSourcing", "FigureFiles", "Geography", "StatisticsVectors"],
    [
        "ZeroMQ",
        "SQLiteEventStore",
        "Contracts",
        "RegistryDomain",
        "AnalysisDomain",
        "PlanningDomain",
        "CertificationDomain",
        "GatewayDomain",
    ],
    ["PluginKit", "Keys"],
    ["Bus", "Report"],
    ["AnalysisImport"],
    ["PluginHost", "RegistryPlugin", "AnalysisPlugin", "PlanningPlugin", "CertificationPlugin", "GatewayPlugin", "PartnerKit"],
    ["ServiceProcess", "GatewayDoors"],
    ["Console"],
]

# For tests and benchmarks: may import any layer, and nothing in Modules or Services imports them.
TEST_SUPPORT = ["TestSupport", "Simulation"]

# Folders whose subfolders are modules of one context: Modules/Registry/Domain is RegistryDomain.
# A context reaches another one through Contracts, never through its modules.
CONTEXTS = ["Registry", "Analysis", "Planning", "Certification", "Gateway"]

# Modules without any input or output, and the system modules that each may import besides ours below it.
PURE_SYSTEM = ["FoundationEssentials", "Synchronization", "RegexBuilder"]
PURE = {
    # The C library for its mathematics.
    "Statistics": PURE_SYSTEM + ["Glibc", "Musl", "Darwin"],
    "Tabular": PURE_SYSTEM,
    # The C library for its mathematics and for numbers as text.
    "FigureFiles": PURE_SYSTEM + ["Glibc", "Musl", "Darwin"],
    # The C library for its sines.
    "Geography": PURE_SYSTEM + ["Glibc", "Musl", "Darwin"],
    "Scheme": PURE_SYSTEM,
    "CloudEvents": PURE_SYSTEM,
    "EventSourcing": PURE_SYSTEM,
    "Contracts": PURE_SYSTEM,
    "Report": PURE_SYSTEM,
}

# All that the domain of a context may import.
DOMAIN_IMPORTS = ["EventSourcing", "Geography", "Scheme", "Statistics", "FoundationEssentials"]

# Each outside library, and the folders that may import it. The tests of an owner may import it too:
# Tests/ZeroMQTests for Modules/ZeroMQ. EDGE is every module that is not pure, and the executables.
EDGE = ["edge"]
LIBRARIES = {
    "CZeroMQ": ["Modules/ZeroMQ"],
    "GRDB": ["Modules/SQLiteEventStore", "Benchmarks"],
    "Crypto": ["Modules/Integrity"],
    "Configuration": ["Modules/PluginHost"],
    "Yams": ["Modules/PluginHost"],
    "ArgumentParser": ["Modules/Console", "Modules/ServiceProcess", "Services"],
    "Logging": EDGE,
    "ServiceLifecycle": EDGE,
    "UnixSignals": EDGE,
    "ServiceLifecycleTestKit": ["Tests"],
    "Testing": ["Modules/TestSupport", "Tests"],
}

# Modules of the toolchain; they need no row above.
SYSTEM = [
    "Swift",
    "Foundation",
    "FoundationEssentials",
    "Glibc",
    "Musl",
    "Darwin",
    "Synchronization",
    "Dispatch",
    "RegexBuilder",
]

MAX_LINES = 400

# How far above an unsafe use its reason may stand; the second for the comment of the declaration around it.
REASON_LINES = 3
REASON_DECLARATION_LINES = 12

# A reason says something about soundness: who owns the memory, how long it lives, what was checked, or that it is
# sound. A word that any sentence may have ("so", "only", "before", "once") is no reason.
REASON_WORDS = re.compile(
    r"\b(sound|soundness|safe because|owns|owned|owner|outlives?|lifetime|lives|alive|frees|freed|released|checked|"
    r"copies|copied|guarded|immutable)\b",
    re.I,
)

# The files outside Modules/ZeroMQ that lend a pointer to the system; each use has its reason beside it.
POINTER_FILES = ["Modules/PluginHost/SystemdNotice.swift"]

RULES = {
    "library": "an outside library is imported by its owner only",
    "domain-import": "a domain imports " + ", ".join(DOMAIN_IMPORTS) + " and nothing else",
    "pure-import": "a pure module imports no input or output",
    "layer": "arrows point down",
    "context": "a context reaches another one through Contracts only",
    "test-support": "TestSupport is for Tests and Benchmarks",
    "unlisted-module": "each module has a place in the layers",
    "force-try": "no try! outside tests",
    "force-cast": "no as! outside tests",
    "fatal-error": "no fatalError outside tests",
    "to-do": "no TODO or FIXME",
    "unstructured-task": "no Task { } or Task.detached in Modules and Services",
    "formatter": "no formatter classes",
    "unsafe-place": "unsafe code and pointers stand in Modules/ZeroMQ and one named file only",
    "unsafe-reason": "unsafe code says why it is sound",
    "test-sleep": "no sleep in a test",
    "fork": "no fork: a ZeroMQ context does not outlive it",
    "zmq-option": "options of libzmq that lose or reorder what the feed protocol counts on",
    "readable": "these rules can tell code from text",
    "file-length": f"no more than {MAX_LINES} lines a file",
    "workplace-path": "no absolute path of one machine",
}

# --- The tree ---------------------------------------------------------------------------------------------

CODE_FOLDERS = ["Modules", "Services", "Benchmarks", "Tests"]
SKIPPED_FOLDERS = {"__pycache__", "node_modules"}
KEPT_DOT_FOLDERS = {".ci", ".github"}
SKIPPED_FILES = {"Package.resolved"}


def files(root):
    """Every file of the project, as a path below the root; build folders and data folders left out."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(
            name
            for name in folders
            if name not in SKIPPED_FOLDERS and (not name.startswith(".") or name in KEPT_DOT_FOLDERS)
        )
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name not in SKIPPED_FILES and os.path.isfile(path):
                yield os.path.relpath(path, root)


def within(path, *folders):
    return any(path.startswith(folder + "/") for folder in folders)


def module_of(path):
    """The module of a file under Modules/, or None elsewhere."""
    parts = path.split("/")
    if parts[0] != "Modules" or len(parts) < 3:
        return None
    if parts[1] in CONTEXTS:
        return parts[1] + parts[2] if len(parts) > 3 else parts[1]
    return parts[1]


def context_of(module):
    """The context that a module belongs to, or None for a shared one."""
    for context in CONTEXTS:
        if module in (context + "Domain", context + "Import", context + "Plugin"):
            return context
    return None


LAYER_OF = {module: number for number, layer in enumerate(LAYERS) for module in layer}
OURS = set(LAYER_OF) | set(TEST_SUPPORT)


# --- Swift source: code and comments apart ----------------------------------------------------------------

STRING_START = re.compile(r'(#*)("""|")')


def split_source(text):
    """Two lists of lines: the code with comments and string contents blanked, and the comments alone.

    Also tells whether every string ended: if not, code may have been taken for text.
    """
    code, comments = [], []
    position, length = 0, len(text)
    # What encloses the position: ("interpolation", parentheses open) or ("string", hashes, quotes).
    stack = []
    depth = 0

    def put(into, characters):
        for character in characters:
            if character == "\n":
                code.append("\n")
                comments.append("\n")
            else:
                code.append(character if into is code else " ")
                comments.append(character if into is comments else " ")

    while position < length:
        if stack and stack[-1][0] == "string":
            _, hashes, quotes = stack[-1]
            if text.startswith(quotes + hashes, position):
                put(code, quotes + hashes)
                position += len(quotes + hashes)
                stack.pop()
            elif text.startswith("\\" + hashes + "(", position):
                put(None, "\\" + hashes + "(")
                position += len(hashes) + 2
                stack.append(("interpolation", depth))
                depth = 1
            elif text.startswith("\\" + hashes, position):
                put(None, text[position : position + len(hashes) + 2])
                position += len(hashes) + 2
            elif text[position] == "\n" and quotes == '"':
                put(None, "\n")
                position += 1
                stack.pop()
            else:
                put(None, text[position])
                position += 1
            continue
        if text.startswith("//", position):
            end = text.find("\n", position)
            end = length if end < 0 else end
            put(comments, text[position:end])
            position = end
            continue
        if text.startswith("/*", position):
            end, nested = position + 2, 1
            while end < length and nested:
                if text.startswith("/*", end):
                    nested, end = nested + 1, end + 2
                elif text.startswith("*/", end):
                    nested, end = nested - 1, end + 2
                else:
                    end += 1
            put(comments, text[position:end])
            position = end
            continue
        string = STRING_START.match(text, position)
        if string:
            put(code, string.group())
            position = string.end()
            stack.append(("string", string.group(1), string.group(2)))
            continue
        character = text[position]
        if stack:
            depth += {"(": 1, ")": -1}.get(character, 0)
            if depth == 0:
                depth = stack.pop()[1]
                put(None, character)
                position += 1
                continue
        put(code, character)
        position += 1
    return "".join(code).split("\n"), "".join(comments).split("\n"), not stack


IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+"
    r"(?:(?:typealias|struct|class|enum|protocol|let|var|func)\s+)?([A-Za-z_]\w*)"
)


def imports(code):
    for number, line in enumerate(code, 1):
        found = IMPORT.match(line)
        if found:
            yield number, found.group(1)


# --- Rules over imports -----------------------------------------------------------------------------------


def owner_allows(path, library):
    """Whether this file may import an outside library."""
    folders = LIBRARIES[library]
    if folders is EDGE:
        module = module_of(path)
        return module not in PURE and not (module or "").endswith("Domain")
    own_tests = ["Tests/" + folder.split("/", 1)[1].replace("/", "") + "Tests" for folder in folders if "/" in folder]
    return within(path, *folders, *own_tests)


def check_import(path, name):
    """The findings of one import, as (rule, message)."""
    module = module_of(path)
    if name == module:
        return
    if module and module.endswith("Domain"):
        if name not in DOMAIN_IMPORTS:
            yield "domain-import", (
                f"{module} imports {name}; a domain imports {', '.join(DOMAIN_IMPORTS)} only: "
                "bring what you need in with the command, or do it in the plug-in"
            )
        return
    if module in PURE and name not in OURS and name not in PURE[module]:
        allowed = ", ".join(PURE[module])
        yield "pure-import", f"{module} does no input or output and may not import {name} (of the system: {allowed})"
        return
    if name in LIBRARIES:
        if not owner_allows(path, name):
            edge = LIBRARIES[name] is EDGE
            where = "modules that are not pure, and executables" if edge else ", ".join(LIBRARIES[name])
            yield "library", f"{name} may be imported in {where} only: go through its owner"
        return
    if name in SYSTEM:
        return
    if name not in OURS:
        yield "library", (
            f"{name} is in no table of scripts/house_rules.py: give it one owner in LIBRARIES, or a layer in LAYERS"
        )
        return
    if within(path, "Tests", "Benchmarks"):
        return
    if name in TEST_SUPPORT:
        yield "test-support", f"{name} is for Tests and Benchmarks, not for {module or 'an executable'}"
        return
    if module is None or module in TEST_SUPPORT:
        return
    mine, other = context_of(module), context_of(name)
    if mine and other and mine != other:
        yield "context", f"{module} imports {name}; {mine} reaches {other} through Contracts only"
        return
    if module in LAYER_OF and LAYER_OF[name] >= LAYER_OF[module]:
        yield "layer", (
            f"{module} (layer {LAYER_OF[module]}) imports {name} (layer {LAYER_OF[name]}); arrows point down: "
            "put what both need in a lower module"
        )


# --- Rules over lines -------------------------------------------------------------------------------------

PRODUCT = ["Modules", "Services", "Benchmarks"]

# rule, folders, pattern over code, message
LINE_RULES = [
    ("force-try", PRODUCT, r"\btry!", "try! stops the process on an error: handle it or let it be thrown on"),
    ("force-cast", PRODUCT, r"\bas!", "as! stops the process on a mismatch: use as? and say what was expected"),
    ("fatal-error", PRODUCT, r"\bfatalError\s*\(", "use precondition for a programmer's mistake, throw for all else"),
    (
        "unstructured-task",
        ["Modules", "Services"],
        r"\bTask\s*\.\s*(?:detached|immediate\w*)\b"
        r"|(?<!extension )(?<![.\w])Task\s*(?:<[^>{}]*>)?\s*(?:\((?:[^()]|\([^()]*\))*\))?\s*\{",
        "work runs inside a task group or a Service's run(), so that it ends with its owner",
    ),
    (
        "formatter",
        PRODUCT,
        r"\b(?:(?:ISO8601)?DateFormatter|DateComponentsFormatter|DateIntervalFormatter|NumberFormatter"
        r"|ByteCountFormatter|MeasurementFormatter)\b",
        "formatter classes are slow and read the locale: use a FormatStyle or write the digits",
    ),
    (
        "zmq-option",
        ["Modules"],
        r"(?i)XPUB_?MANUAL|XPUB_?NO_?DROP|XPUB_?WELCOME_?M(?:SG|essage)|ZMQ_CONFLATE|\.conflate\b",
        "this option breaks the live hint or drops messages the feed counts; see the bus's decision record",
    ),
    (
        "fork",
        CODE_FOLDERS + ["Examples", "Fuzz"],
        r"(?<!\w)_*v?fork(?:pty)?\s*\(|\bos\s*\.\s*fork(?:pty)?\b|\bmultiprocessing\b",
        "a forked child shares the sockets of its parent's ZeroMQ context: start children with Process (posix_spawn)",
    ),
    (
        "test-sleep",
        ["Tests"],
        r"(?<!func )(?<!\w)(?:u|nano)?sleep\s*\(",
        "a test waits for an event or moves an injected clock; a sleep is slow and still misses",
    ),
]
LINE_RULES = [(rule, folders, re.compile(pattern), message) for rule, folders, pattern, message in LINE_RULES]

TO_DO = re.compile(r"\b(TODO|FIXME)\b")

# Marks of code whose soundness the compiler takes on trust: banned outside ZeroMQ, with a reason in it.
TRUSTED = re.compile(
    r"@unchecked\s+Sendable|nonisolated\s*\(\s*unsafe\s*\)|\bUnmanaged\b|@safe\b|@unsafe\b"
    r"|(?<![.\w])unsafe\s+[\w.(&]"
)
# Pointers by other names: only in POINTER_FILES and with a reason there. Free in ZeroMQ, where `unsafe` marks their
# uses, and in tests.
POINTERS = re.compile(
    r"\bwithUnsafe\w+|\bUnsafe(?:Mutable)?(?:Raw)?(?:Buffer)?Pointer\b|\bunsafe[A-Z]\w*|\bassumingMemoryBound\b"
)
# A declaration, whose comment above may give the reason for what is in it.
DECLARATION = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+|\w+(?:\(\w+\))?\s+)*"
    r"(func|init\??|deinit|var|subscript|class|struct|actor|enum|extension)\b"
)
ATTRIBUTE = re.compile(r"^\s*@\w+(?:\([^)]*\))?\s*$")


def says_why(comments, first, last):
    """Whether the comments on these lines (from 0, both ends included) give a reason."""
    text = " ".join(comments[max(first, 0) : last + 1])
    return len(re.findall(r"\w+", text)) >= 4 and bool(REASON_WORDS.search(text))


def has_reason(code, comments, line):
    """Whether a use on this line (from 0) has its reason near it or at the declaration around it."""
    if says_why(comments, line - REASON_LINES, line):
        return True
    for declaration in range(line, max(line - REASON_DECLARATION_LINES, -1) - 1, -1):
        found = DECLARATION.match(code[declaration])
        if not found:
            continue
        top = declaration
        while top > 0 and not (code[top - 1].strip() and not ATTRIBUTE.match(code[top - 1])) and (
            comments[top - 1].strip() or ATTRIBUTE.match(code[top - 1])
        ):
            top -= 1
        if says_why(comments, top, declaration):
            return True
        if found.group(1) != "var":
            return False
    return False


def safe_types(code, comments):
    """The lines (from 0) of declarations marked @safe with a reason in their comment.

    By SE-0458 such a type vouches for its members, so its reason serves all of them. A comment that begins
    with "Soundness:" does the same for what follows it in its file, where one reason serves a whole extension.
    """
    for number, line in enumerate(code):
        if re.match(r"\s*///?\s*(?:- )?Soundness:", comments[number]) and says_why(comments, number, number + 2):
            yield number
        if re.match(r"^\s*@safe\b", line):
            top = number
            while top > 0 and comments[top - 1].strip() and not code[top - 1].strip():
                top -= 1
            if says_why(comments, top, number):
                yield number


def check_unsafe(path, code, comments):
    test = within(path, "Tests")
    home = within(path, "Modules/ZeroMQ", "Tests/ZeroMQTests")
    lends_pointers = path in POINTER_FILES
    vouched = min(safe_types(code, comments), default=len(code))
    previous = None
    for number, line in enumerate(code):
        trusted = TRUSTED.search(line)
        if trusted and not home:
            yield number + 1, "unsafe-place", (
                f"`{trusted.group().strip()}` stands outside Modules/ZeroMQ: use a Mutex, an actor, or a value"
            )
        elif POINTERS.search(line) and not test and not home and not lends_pointers:
            yield number + 1, "unsafe-place", (
                f"`{POINTERS.search(line).group()}` stands outside Modules/ZeroMQ and POINTER_FILES: "
                "use a Span, an array or a value"
            )
        elif trusted or (POINTERS.search(line) and lends_pointers):
            # A run of unsafe lines is one use: its reason stands above the first.
            if number < vouched and previous != number - 1 and not has_reason(code, comments, number):
                yield number + 1, "unsafe-reason", (
                    "say in a comment here why this is sound: "
                    "who owns the memory, which thread touches it, how long it lives"
                )
            previous = number


WORKPLACE = re.compile(r"(?<![\w.\-/~}\])])/(?:work|root|home/[\w.-]+|Users/[\w.-]+)/|/tmp/(?:pkg-|brief)")


# --- All of it --------------------------------------------------------------------------------------------


def check_swift(path, text):
    code, comments, whole = split_source(text)
    module = module_of(path)
    if not whole:
        yield 1, "readable", "a string seems to have no end, so the rules see no code after it: write it another way"
    for number, name in imports(code):
        for rule, message in check_import(path, name):
            yield number, rule, message
    joined = "\n".join(code)
    for rule, folders, pattern, message in LINE_RULES:
        if within(path, *folders):
            for found in pattern.finditer(joined):
                yield joined.count("\n", 0, found.start()) + 1, rule, message
    for number, line in enumerate(comments, 1):
        if TO_DO.search(line):
            yield number, "to-do", "finish it, or write it down as an issue and name that"
    yield from check_unsafe(path, code, comments)
    if within(path, "Modules", "Services") and len(text.splitlines()) > MAX_LINES:
        length = len(text.splitlines())
        message = f"{length} lines, at most {MAX_LINES}: move a noun or a concern to its own file"
        yield MAX_LINES + 1, "file-length", message
    if module and module not in OURS:
        yield 1, "unlisted-module", f"module {module} is in no layer: add it to LAYERS in scripts/house_rules.py"


def check_other(path, text):
    """Headers, scripts and foreign peers: only the rules that are about words."""
    for rule, folders, pattern, message in LINE_RULES:
        words = rule in ("fork", "zmq-option", "test-sleep") and path.endswith((".h", ".c", ".py", ".sh", ".swift"))
        if words and within(path, *folders):
            for number, line in enumerate(text.splitlines(), 1):
                if pattern.search(line):
                    yield number, rule, message


def check(root):
    findings, count = set(), 0
    for path in files(root):
        try:
            with open(os.path.join(root, path), encoding="utf-8", newline="") as source:
                text = source.read()
        except UnicodeDecodeError:
            continue
        count += 1
        for number, line in enumerate(text.split("\n"), 1):
            found = WORKPLACE.search(line)
            if found:
                message = f"{found.group()} exists on one machine only: take a path from an argument or a setting"
                findings.add((path, number, "workplace-path", message))
        swift = path.endswith(".swift") and within(path, *CODE_FOLDERS)
        for number, rule, message in check_swift(path, text) if swift else check_other(path, text):
            findings.add((path, number, rule, message))
    return sorted(findings), count


def main():
    if sys.argv[1:] == ["--rules"]:
        print("\n".join(f"{rule}: {meaning}" for rule, meaning in RULES.items()))
        return 0
    root = sys.argv[1] if len(sys.argv) > 1 else "."
    findings, count = check(root)
    for path, number, rule, message in findings:
        print(f"{path}:{number}: {rule}: {message}")
    print(f"house rules: {count} files, {len(findings)} findings", file=sys.stderr)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
