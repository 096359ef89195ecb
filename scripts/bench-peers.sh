#!/usr/bin/env bash
# The servers that the bus is measured beside, for the length of one measure.
#
#   bench-peers.sh install           puts the packages in place (Debian, Ubuntu); their own services are not used
#   bench-peers.sh redis FOLDER      serves Redis Streams, appendfsync always, from a new folder
#   bench-peers.sh postgres FOLDER   serves PostgreSQL with its own durable settings, from a new folder
#   bench-peers.sh nats FOLDER       serves NATS JetStream from a new folder
#
# Redis and PostgreSQL listen on a Unix socket in their folder only. The script says `ready`, or `absent` and why; each
# line on standard input is a number of events, inserted by 50 or 8 clients, and answered with events per second. NATS
# listens on a free port of 127.0.0.1; the script says `ready` and its URL. The end of the input stops the server.
set -euo pipefail

topic=e/certificering/gm0344/g0042/certificaat-verleend/
body=$(printf 'x%.0s' {1..500})

absent() {
    echo "absent: $1; run make bench-peers"
    exit 0
}

install_packages() {
    packages=(redis-server redis-tools postgresql nats-server libnats-dev)
    missing=()
    for package in "${packages[@]}"; do
        state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2> /dev/null) || state=absent
        [ "$state" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    as_root=()
    [ "$(id -u)" -eq 0 ] || as_root=(sudo)
    echo "bench-peers: installing ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes --no-install-recommends "${missing[@]}"
    # Debian starts the servers that it installs; those of the bench are its own.
    for service in redis-server postgresql nats-server; do
        case " ${missing[*]} " in *" $service "*) ;; *) continue ;; esac
        if [ -d /run/systemd/system ]; then
            "${as_root[@]}" systemctl disable --quiet --now "$service" || true
        elif [ -x "/etc/init.d/$service" ]; then
            "${as_root[@]}" "/etc/init.d/$service" stop > /dev/null || true
        fi
    done
}

# Waits at most 10 s until a command succeeds.
await() {
    for _ in {1..100}; do
        "$@" > /dev/null 2>&1 && return
        sleep 0.1
    done
    echo "bench-peers: $* did not succeed within 10 seconds" >&2
    return 1
}

serve_redis() {
    command -v redis-server > /dev/null && command -v redis-benchmark > /dev/null || absent "Redis is not installed"
    socket=$PWD/redis.sock
    redis-server --port 0 --unixsocket "$socket" --dir "$PWD" --appendonly yes --appendfsync always --save '' \
        --daemonize no > redis.log 2>&1 &
    server=$!
    # Nothing of it is kept, and a parent that blocks signals hands that down: the server would not hear another one.
    trap 'kill -KILL "$server" 2> /dev/null; wait "$server" 2> /dev/null || true' EXIT
    await redis-cli -s "$socket" ping
    echo ready
    while read -r count; do
        redis-benchmark -s "$socket" -c 50 -n "$count" --csv XADD measured '*' topic "$topic" body "$body" |
            awk -F '","' 'END { print $2 }'
    done
}

serve_postgres() {
    programs=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -1)
    [ -n "$programs" ] && command -v pgbench > /dev/null || absent "PostgreSQL is not installed"
    as_user=()
    server=
    trap '[ -z "$server" ] || { kill -INT "$server" && wait "$server"; } 2> /dev/null || true; [ -z "$folder" ] || rm -rf "$folder"' EXIT
    folder=
    if [ "$(id -u)" -eq 0 ]; then
        # The server refuses to run as root, and another user does not get into a folder of root's.
        as_user=(setpriv --reuid=postgres --regid=postgres --clear-groups)
        folder=$(mktemp -d /var/tmp/bench-peers.XXXXXX)
        chown postgres:postgres "$folder"
        cd "$folder"
    fi
    "${as_user[@]}" "$programs/initdb" -D "$PWD/data" -U bench -A trust > initdb.log 2>&1
    "${as_user[@]}" "$programs/postgres" -D "$PWD/data" -k "$PWD" -h '' > postgres.log 2>&1 &
    server=$!
    export PGHOST=$PWD PGUSER=bench PGDATABASE=postgres
    await psql -c 'SELECT 1'
    psql -q -c 'CREATE TABLE outbox (seq bigserial PRIMARY KEY, stream text NOT NULL, id uuid NOT NULL UNIQUE,
        topic text NOT NULL, body bytea NOT NULL)'
    echo "INSERT INTO outbox (stream, id, topic, body) VALUES ('s', gen_random_uuid(), '$topic', '$body');" > insert.sql
    echo ready
    while read -r count; do
        pgbench -n -f insert.sql -M prepared -c 8 -j 2 -t $((count / 8)) 2> pgbench.log |
            awk '/^tps/ { print $3 }'
    done
}

serve_nats() {
    command -v nats-server > /dev/null || absent "NATS is not installed"
    [ -e /usr/include/nats/nats.h ] || absent "the C client of NATS is not installed"
    nats-server --addr 127.0.0.1 --port -1 --jetstream --store_dir "$PWD/store" --ports_file_dir "$PWD" > nats.log 2>&1 &
    server=$!
    trap 'kill -KILL "$server" 2> /dev/null; wait "$server" 2> /dev/null || true' EXIT
    await grep -qs nats: "nats-server_$server.ports"
    echo "ready $(grep -o 'nats://[0-9.:]*' "nats-server_$server.ports" | head -1)"
    while read -r _; do :; done
}

case "${1:-}" in
    install) install_packages ;;
    redis | postgres | nats)
        cd "${2:?a new folder is needed}"
        "serve_$1"
        ;;
    *)
        echo "usage: bench-peers.sh install | redis FOLDER | postgres FOLDER | nats FOLDER" >&2
        exit 64
        ;;
esac
