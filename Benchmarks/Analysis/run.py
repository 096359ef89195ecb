#!/usr/bin/env python3
"""Times `kvo figures summarise` beside polars, DuckDB and pandas: run.py FILE --kvo PROGRAM [-n ROUNDS] [--only NAMES]

FILE is made by make_cbs_like.py, with FILE.denoms.csv beside it. All programs do the same: read, add up by
neighbourhood, type and year, compute Garwood limits and exact rate ratios, and write a CSV. They run one after the
other in every round, so that a busy moment falls on all. Wall time is of the whole process, start-up included.

One JSON line for each program on standard output: wall_s (median), min_s, max_s, ratio (its median to that of kvo),
peak_mb, the inner times, groups and sum; and at the end one with the aim. A program counts only if it gives the right
groups and sum. Peers that are not installed are left out and named on standard error. The floor, a single pass in C
that adds up and does nothing else, runs beside them where there is a C compiler.
"""
import argparse, json, os, shutil, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
RIGHT = {5_831_280: (387_200, 1_435_549), 589_680: (35_200, 129_273)}
AIM = {"ratio": 0.25, "peak_mb": 300}


def programs(file, kvo, out):
    summary = os.path.join(out, "out_kvo.csv")
    yield "kvo", [kvo, "figures", "summarise", file, "--denominators", file + ".denoms.csv", "-o", summary, "--json"], ""
    for name, script, option, needs in [
        ("polars", "bench_polars.py", [], "scipy, polars"),
        ("polars-streaming", "bench_polars.py", ["streaming"], "scipy, polars"),
        ("duckdb", "bench_duckdb.py", [], "scipy, duckdb, pandas"),
        ("pandas-c", "bench_pandas.py", ["c"], "scipy, pandas"),
        ("pandas-pyarrow", "bench_pandas.py", ["pyarrow"], "scipy, pandas, pyarrow"),
    ]:
        yield name, [sys.executable, os.path.join(HERE, script), file, *option], needs
    if shutil.which("cc"):
        scan = os.path.join(out, "scan")
        subprocess.run(["cc", "-O2", "-o", scan, os.path.join(HERE, "scan.c")], check=True)
        yield "c-floor", [scan, file], ""


def once(command):
    """Runs a program; its wall time in seconds, peak memory in MB, and the JSON of its last line."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output = process.stdout.read()
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{' '.join(command)} failed: {errors.decode(errors='replace').strip()}")
    return wall, usage.ru_maxrss / 1024, json.loads(output.decode().strip().splitlines()[-1])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--kvo", required=True)
    parser.add_argument("-n", type=int, default=7)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    file = os.path.abspath(arguments.file)
    out = os.environ.setdefault("BENCH_OUT", os.path.dirname(file))
    right = RIGHT.get(json.load(open(file + ".truth.json"))["rows"])
    if right is None:
        sys.exit(f"{file} has another number of rows than the files whose groups and sum are known; make it anew")
    chosen = {}
    for name, command, needs in programs(file, arguments.kvo, out):
        if arguments.only and name not in arguments.only.split(",") + ["kvo"]:
            continue
        if needs and subprocess.run([sys.executable, "-c", "import " + needs], stderr=subprocess.DEVNULL).returncode:
            print(f"left out, not installed: {name} ({needs})", file=sys.stderr)
            continue
        chosen[name] = command
    walls, peaks, inner, wrong = ({name: [] for name in chosen} for _ in range(4))
    for name, command in chosen.items():
        once(command)
    for number in range(arguments.n):
        print(f"round {number + 1} of {arguments.n}", file=sys.stderr)
        for name, command in chosen.items():
            wall, peak, printed = once(command)
            walls[name].append(wall)
            peaks[name].append(peak)
            inner[name].append(printed)
            if (printed["groups"], printed["sum"]) != right:
                wrong[name].append((printed["groups"], printed["sum"]))
    ours = statistics.median(walls["kvo"])
    medians = {}
    for name in chosen:
        medians[name] = statistics.median(walls[name])
        line = {
            "program": name,
            "counts": not wrong[name],
            "rounds": arguments.n,
            "wall_s": round(medians[name], 3),
            "min_s": round(min(walls[name]), 3),
            "max_s": round(max(walls[name]), 3),
            "ratio": round(medians[name] / ours, 2),
            "peak_mb": round(max(peaks[name])),
        }
        for key in ("read_agg", "stats", "write"):
            times = [printed[key] for printed in inner[name] if key in printed]
            if times:
                line[key] = round(statistics.median(times), 3)
        line["groups"], line["sum"] = wrong[name][0] if wrong[name] else right
        print(json.dumps(line))
    peers = {name: median for name, median in medians.items() if name not in ("kvo", "c-floor") and not wrong[name]}
    if peers and not wrong["kvo"]:
        fastest = min(peers, key=peers.get)
        share, peak = ours / peers[fastest], max(peaks["kvo"])
        print(json.dumps({
            "aim": f"at most {AIM['ratio']} of the fastest peer and {AIM['peak_mb']} MB",
            "fastest": fastest,
            "of_fastest": round(share, 3),
            "peak_mb": round(peak),
            "reached": share <= AIM["ratio"] and peak <= AIM["peak_mb"],
            "load": round(os.getloadavg()[0], 2),
        }))
    return 1 if wrong["kvo"] else 0


if __name__ == "__main__":
    sys.exit(main())
