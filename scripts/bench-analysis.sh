#!/usr/bin/env bash
# Times `kvo figures summarise` beside polars, DuckDB and pandas: scripts/bench-analysis.sh [ROUNDS] [--tenth]
# Everything it makes lies in .build-bench-analysis: the peers' environment, the generated figures, what they write.
# --tenth takes a tenth of the figures, which shows only that all still works.
set -euo pipefail

here=$(cd "$(dirname "$0")/.." && pwd)
work=$here/.build-bench-analysis
rounds=7
size=()
file=$work/cbs_like.csv
for argument in "$@"; do
    case $argument in
        --tenth) size=(--gemeenten 8 --buurten 8) file=$work/tenth.csv ;;
        *[!0-9]* | '') echo "usage: scripts/bench-analysis.sh [ROUNDS] [--tenth]" >&2; exit 64 ;;
        *) rounds=$argument ;;
    esac
done

mkdir -p "$work"
python=$work/venv/bin/python
if [ ! -x "$python" ]; then
    echo "making the peers' environment" >&2
    python3 -m venv "$work/venv"
fi
"$python" -m pip install --quiet --disable-pip-version-check \
    numpy==2.4.6 scipy==1.17.1 polars==2.1.0 duckdb==2.0.0 pandas==3.1.1 pyarrow==26.0.1 ||
    echo "some peers cannot be installed; going on with those that are there" >&2

if [ ! -f "$file.truth.json" ]; then
    echo "generating the figures: synthetic, none of them real" >&2
    "$python" "$here/Benchmarks/Analysis/make_cbs_like.py" --out "$file" "${size[@]}" >&2
fi

swift build --package-path "$here" -c release --scratch-path "$here/.build-bench" --product kvo >&2
kvo=$(swift build --package-path "$here" -c release --scratch-path "$here/.build-bench" --show-bin-path)/kvo
"$python" "$here/Benchmarks/Analysis/run.py" "$file" --kvo "$kvo" -n "$rounds"
