#!/usr/bin/env python3
"""Cut the real police figures of the two example areas out of a portal export.

    extract_police.py SOURCE.csv [--check]

SOURCE.csv is the export of table 47022NED for the municipality Utrechtse Heuvelrug, December 2022 to
November 2023. Per area the rows of its neighbourhood and of the municipality are kept, for the total,
the crime types that matter to that kind of area, and one withheld type; order and layout stay the same.
"""

import argparse
from pathlib import Path

import portal


def require(holds, message):
    if not holds:
        raise SystemExit(f"{message}; use the export of table 47022NED that the description names")


def extract(rows, area):
    wanted = {portal.TOTAL, portal.WITHHELD, *area["types"]}
    regions = {area["name"], portal.MUNICIPALITY}
    kept = [row for row in rows if portal.code(row[0]) in wanted and row[2] in regions]
    require(len(kept) == len(wanted) * len(regions) * 12, f"{area['name']} has {len(kept)} rows")
    require({row[1] for row in kept} == {name for name, _ in portal.months(2022)}, "the months differ")
    return kept


def verify(extracts):
    """Compare with yearly figures known from the table, so that a wrong or corrected source is noticed."""
    known = [
        ("doorn-centrum", portal.TOTAL, "Doorn-Centrum", 120),
        ("doorn-centrum", "2.5.2", "Doorn-Centrum", 24),
        ("doorn-centrum", portal.TOTAL, portal.MUNICIPALITY, 1465),
        ("de-meent", portal.TOTAL, "Maarsbergen - De Meent", 5),
        ("de-meent", portal.TOTAL, portal.MUNICIPALITY, 1465),
        ("de-meent", "2.5.1", portal.MUNICIPALITY, 21),
    ]
    for folder, crime, region, expected in known:
        counts = [row[3] for row in extracts[folder] if portal.code(row[0]) == crime and row[2] == region]
        require(sum(counts) == expected, f"{region} has {sum(counts)} of {crime}, not {expected}")
    for rows in extracts.values():
        withheld = {portal.code(row[0]) for row in rows if row[3] is None}
        require(withheld == {portal.WITHHELD}, f"the withheld types are {sorted(withheld)}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="portal export of table 47022NED")
    parser.add_argument("--check", action="store_true", help="compare with the committed files, write nothing")
    arguments = parser.parse_args()
    rows = portal.read(arguments.source.read_bytes())
    extracts = {folder: extract(rows, area) for folder, area in portal.AREAS.items()}
    verify(extracts)
    files = {
        f"{folder}/politiecijfers-2022-12-2023-11.csv": portal.write(kept) for folder, kept in extracts.items()
    }
    portal.settle(files, arguments.check)


if __name__ == "__main__":
    main()
