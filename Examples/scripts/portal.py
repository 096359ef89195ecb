"""The CSV layout of the police portal, the two example areas, and writing or checking files."""

import csv
import io
import sys
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent
MUNICIPALITY = "Utrechtse Heuvelrug"
TOTAL = "Totaal misdrijven"
HEADER = ["Soort misdrijf", "Perioden", "Wijken en buurten", "Geregistreerde misdrijven (aantal)"]
MONTHS = [
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
]

# One crime type that the police withhold everywhere, so that empty cells occur in the examples.
WITHHELD = "1.4.1"

# folder -> name in the police table, kind of area, and the crime types that matter there besides the total.
AREAS = {
    "doorn-centrum": {
        "name": "Doorn-Centrum",
        "code": "BU15810000",
        "kind": "winkelgebied",
        "types": [
            "1.2.1", "1.2.3", "1.2.4", "1.4.3", "1.4.4", "1.4.5", "1.4.6", "1.4.7", "1.6.2",
            "2.2.1", "2.4.2", "2.5.1", "2.5.2", "3.6.4", "3.7.4", "3.9.1",
        ],
    },
    "de-meent": {
        "name": "Maarsbergen - De Meent",
        "code": "BU15810409",
        "kind": "bedrijventerrein",
        "types": [
            "1.2.1", "1.2.2", "1.2.5", "1.4.7", "1.6.1", "1.6.2", "2.2.1", "2.5.1",
            "2.6.2", "2.6.4", "3.7.4", "3.9.1",
        ],
    },
}


def read(data):
    """Return (crime type, period, region, count or None) per row; None is a withheld count."""
    text = data.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))
    if rows[0] != HEADER:
        sys.exit(f"the header is {rows[0]}, not {HEADER}; export table 47022NED from the portal again")
    result = []
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(HEADER):
            sys.exit(f"line {number} has {len(row)} fields where {len(HEADER)} are expected")
        count = row[3].strip()
        result.append((row[0], row[1], row[2], None if count in ("", ".") else int(count)))
    return result


def write(rows):
    """Return the bytes of a portal export: mark, semicolons, quoted texts, bare numbers, LF."""
    lines = [";".join(f'"{name}"' for name in HEADER)]
    for crime, period, region, count in rows:
        lines.append(f'"{crime}";"{period}";"{region}";{"" if count is None else count}')
    return b"\xef\xbb\xbf" + "".join(line + "\n" for line in lines).encode()


def code(crime):
    """Return the code that begins a crime title, or the total's title itself."""
    return crime if crime == TOTAL else crime.split(" ", 1)[0]


def months(first_year):
    """Return (portal name, year-month) of the twelve months from December of a year."""
    pairs = [(first_year, 12)] + [(first_year + 1, month) for month in range(1, 12)]
    return [(f"{year} {MONTHS[month - 1]}", f"{year}-{month:02}") for year, month in pairs]


def settle(files, check):
    """Write the files, or with `check` compare them with what stands on disk and exit 1 on a difference."""
    different = []
    for path, data in sorted(files.items()):
        target = EXAMPLES / path
        if not check:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        elif not target.exists() or target.read_bytes() != data:
            different.append(path)
    if different:
        sys.exit("differs from what the script makes: " + ", ".join(different) + "; run it without --check")
    print(f"{len(files)} files {'are as made' if check else 'written'}")
