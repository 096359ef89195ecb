#!/usr/bin/env bash
# Puts in place what the build needs from the system; silent and quick when all of it is there.
set -euo pipefail

# Debian's names: the libraries to build with, Python with ZeroMQ for the foreign peers in the tests, with jsonschema and
# YAML for the published documents, strace for the test that shows what is on disk before it is acknowledged, and
# weasyprint for the PDF of a report.
packages=(gcc libzmq3-dev libsqlite3-dev python3 python3-jsonschema python3-yaml python3-zmq strace weasyprint)
needed_swift=6.2

fail() {
    echo "setup: $1" >&2
    exit 1
}

# `swift --version` takes most of a second; the compiler itself answers at once.
version=$(swiftc --version 2> /dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -1) || true
where="install Swift $needed_swift or later (https://www.swift.org/install/linux) and put it on the PATH"
[ -n "$version" ] || fail "no Swift found; $where"
if [ "${version%%.*}" -lt "${needed_swift%%.*}" ] ||
    { [ "${version%%.*}" -eq "${needed_swift%%.*}" ] && [ "${version##*.}" -lt "${needed_swift##*.}" ]; }; then
    fail "Swift $version is too old; $where"
fi

if ! command -v dpkg-query > /dev/null; then
    # Another system than Debian or Ubuntu: say what is missing, and leave the installing to its user.
    for header in zmq.h sqlite3.h; do
        [ -e "/usr/include/$header" ] || [ -e "/usr/local/include/$header" ] ||
            fail "$header is missing; install the development packages of ZeroMQ 4.3 and SQLite 3 of this system"
    done
    exit 0
fi

missing=()
for package in "${packages[@]}"; do
    state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2> /dev/null) || state=absent
    [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
    as_root=()
elif command -v sudo > /dev/null && { sudo -n true 2> /dev/null || [ -t 0 ]; }; then
    as_root=(sudo)
else
    fail "${missing[*]} missing, and this needs root; run: apt-get update && apt-get install -y ${missing[*]}"
fi

echo "setup: installing ${missing[*]}"
run() {
    # Debian asks nothing during an install when it is told so; the log is shown only when the step fails.
    ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive "$@" > "$log" 2>&1 || {
        cat "$log" >&2
        fail "$* failed"
    }
}
log=$(mktemp)
trap 'rm -f "$log"' EXIT
run apt-get update
run apt-get install --yes --no-install-recommends "${missing[@]}"
