#!/usr/bin/env python3
"""Invent the example data of the two areas: establishments, surveys, schouwen, fire and later police figures.

    generate_examples.py [--check]

Everything follows from fixed seeds, one per file, so that a run always gives the same bytes. The later police
figures vary around the real ones in politiecijfers-2022-12-2023-11.csv: run extract_police.py first.
"""

import argparse
import csv
import io
import json
import math
import random

import limesurvey
import portal
import questionnaires
import texts

# folder -> establishments and the number that answers in the 0-meting and the 1-meting.
SIZES = {"doorn-centrum": (62, (30, 33)), "de-meent": (24, (12, 13))}
FIRST_YEARS = (2022, 2024)

# Crime types that fall mildly between the two measurements; every other type stays level.
FALLS = {"2.5.2": 0.80, "2.2.1": 0.85, "1.2.3": 0.90, "2.5.1": 0.85}


class Chance:
    """Draws from a seed by `random()` alone, whose sequence Python promises to keep between versions."""

    def __init__(self, *names):
        self.source = random.Random("/".join(["kvo-examples-1", *map(str, names)]))

    def hits(self, probability):
        return self.source.random() < probability

    def whole(self, low, high):
        return low + int(self.source.random() * (high - low + 1))

    def pick(self, options):
        return options[self.whole(0, len(options) - 1)]

    def poisson(self, mean):
        limit, product, count = math.exp(-mean), self.source.random(), 0
        while product > limit:
            product *= self.source.random()
            count += 1
        return count


def table(header, rows):
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return buffer.getvalue().encode()


def establishments(folder, kind):
    chance = Chance(folder, "vestigingen")
    noun, branches = texts.BRANCHES[kind]
    # Numbers from 000099 on are not given out; the area is told apart by the digits after that.
    base = 99_010_000 if kind == "winkelgebied" else 99_020_000
    rows = [
        (f"{base + number:012}", f"{noun} {number:02}", chance.pick(branches))
        for number in range(1, SIZES[folder][0] + 1)
    ]
    return table(["vestigingsnummer", "naam", "branche"], rows)


def answer(chance, question, wave, is_victim):
    if chance.hits(0.03) or (question["asked"] == "slachtoffers" and not is_victim):
        return ""
    counts = chance.hits(question["chances"][wave])
    yes = question["indicator"]["yes"]
    if question["answer"]["type"] == "mark":
        return str(chance.pick([6, 6, 7, 7, 7, 8, 8, 9] if counts else [3, 4, 4, 5, 5, 5]))
    return chance.pick(yes if counts else [each for each in question["answer"]["options"] if each not in yes])


def firm(chance, kind):
    """What a firm says of itself, and a remark now and then: the columns of FIRM."""
    measures = [each for each in questionnaires.PREVENTION if chance.hits(0.35)]
    remark = chance.pick(texts.REMARKS) if chance.hits(0.2) else ""
    sector = "" if chance.hits(0.05) else chance.pick(questionnaires.SECTORS[kind])
    size = chance.pick(["1", "1", "2-9", "2-9", "2-9", "10-49"])
    return [sector, size, "|".join(measures), remark]


FIRM = ["A1", "A2", "I1", "L1"]


def survey(folder, kind, wave):
    chance = Chance(folder, "enquete", wave)
    # A sequence of its own: the answers stay as they were before firms said something of themselves.
    more = Chance(folder, "enquete", wave, "bedrijf")
    questions = questionnaires.BY_KIND[kind]["questions"]
    codes = set()
    while len(codes) < SIZES[folder][1][wave]:
        codes.add("".join(chance.pick("ACDEFGHJKLMNPQRTUVWXY34679") for _ in range(8)))
    rows = []
    for code in sorted(codes):
        row, is_victim = [code], False
        for question in questions:
            row.append(answer(chance, question, wave, is_victim))
            is_victim = is_victim or (question["id"].startswith("C") and row[-1] == "ja")
        rows.append(row + firm(more, kind))
    return table(["respondent", *(question["id"] for question in questions), *FIRM], rows)


def schouw(folder, kind, wave):
    header = [
        "ronde", "datum", "categorie", "ernst", "omschrijving", "plaats", "rd_x", "rd_y", "eigenaar", "termijn",
        "opgelost_op",
    ]
    chance = Chance(folder, "schouw", wave)
    x, y = texts.CENTRES[folder]
    rows = []
    for kind_of_round, date, due, solved, number in texts.ROUNDS[kind][wave]:
        findings = list(texts.FINDINGS[kind][kind_of_round])
        for _ in range(number):
            category, severity, text, owner = findings.pop(chance.whole(0, len(findings) - 1))
            place = f"{chance.pick(texts.STREETS[kind])} {chance.whole(1, 60)}"
            resolved = chance.pick(solved) if solved and chance.hits(0.7) else ""
            rows.append((
                kind_of_round, date, category, severity, text, place, x + chance.whole(-200, 200),
                y + chance.whole(-200, 200), owner, due[severity], resolved,
            ))
    return table(header, rows)


def fire(folder, kind, wave):
    chance = Chance(folder, "brandweer", wave)
    rows = [
        (month, category, chance.poisson(means[wave] / 12))
        for _, month in portal.months(FIRST_YEARS[wave])
        for category, means in texts.FIRES[kind].items()
    ]
    return table(["periode", "categorie", "aantal"], rows)


def read_extract(folder):
    path = portal.EXAMPLES / folder / "politiecijfers-2022-12-2023-11.csv"
    if not path.exists():
        raise SystemExit(f"{path.name} is missing in {folder}; run extract_police.py first")
    return portal.read(path.read_bytes())


def smooth(series):
    """Bring every month halfway to the monthly mean, so that one odd month does not come back two years later."""
    mean = sum(series.values()) / len(series)
    return {month: (count + mean) / 2 for month, count in series.items()}


class LaterPolice:
    """Police figures two years on: the municipality drawn once, each area as a part of what was drawn.

    So the municipality is the same in both files, and no area has more crimes than the municipality.
    """

    def __init__(self):
        self.extracts = {folder: read_extract(folder) for folder in portal.AREAS}
        self.real = {row[:3]: row[3] for rows in self.extracts.values() for row in rows}
        self.months = [name for name, _ in portal.months(2022)]
        self.chance = Chance("politie", 3)
        crimes = {row[0] for rows in self.extracts.values() for row in rows}
        self.counted = sorted(crime for crime in crimes if portal.code(crime) not in (portal.TOTAL, portal.WITHHELD))
        self.drawn = self.draw_municipality()
        self.left = dict(self.drawn)

    def series(self, crime, region):
        return {month: self.real[crime, month, region] for month in self.months}

    def rest(self, crimes, region):
        """The real total less the given types: the types that are in no file, and those withheld."""
        total = self.series(portal.TOTAL, region)
        parts = [self.series(crime, region) for crime in crimes]
        return {month: max(0, total[month] - sum(part[month] for part in parts)) for month in self.months}

    def draw_municipality(self):
        drawn = {}
        for crime in self.counted:
            for month, mean in smooth(self.series(crime, portal.MUNICIPALITY)).items():
                drawn[crime, month] = self.chance.poisson(mean)
        for month, mean in smooth(self.rest(self.counted, portal.MUNICIPALITY)).items():
            listed = sum(drawn[crime, month] for crime in self.counted)
            drawn[portal.TOTAL, month] = listed + self.chance.poisson(mean)
        return drawn

    def part(self, number, inside, whole, factor=1.0):
        """Take each of `number` crimes with the area's real share of them."""
        share = min(1.0, factor * inside / whole) if whole else 0.0
        return sum(self.chance.hits(share) for _ in range(number))

    def draw_area(self, listed, region):
        drawn = {}
        for crime in listed:
            inside, whole = smooth(self.series(crime, region)), smooth(self.series(crime, portal.MUNICIPALITY))
            for month in self.months:
                factor = FALLS.get(portal.code(crime), 1.0)
                drawn[crime, month] = self.part(self.left[crime, month], inside[month], whole[month], factor)
                self.left[crime, month] -= drawn[crime, month]
        inside, whole = smooth(self.rest(listed, region)), smooth(self.rest(listed, portal.MUNICIPALITY))
        for month in self.months:
            others = self.drawn[portal.TOTAL, month] - sum(self.drawn[crime, month] for crime in listed)
            own = sum(drawn[crime, month] for crime in listed)
            drawn[portal.TOTAL, month] = own + self.part(others, inside[month], whole[month])
        return drawn

    def file(self, folder, area):
        rows = self.extracts[folder]
        listed = [crime for crime in self.counted if any(row[0] == crime for row in rows)]
        own = self.draw_area(listed, area["name"])
        later = dict(zip(self.months, (name for name, _ in portal.months(2024))))

        def count(crime, month, region):
            if portal.code(crime) == portal.WITHHELD:
                return None
            return own[crime, month] if region == area["name"] else self.drawn[crime, month]

        return portal.write([(row[0], later[row[1]], row[2], count(*row[:3])) for row in rows])


def proposal():
    public = [
        {
            **questionnaire,
            "questions": [
                {key: value for key, value in question.items() if key != "chances"}
                for question in questionnaire["questions"]
            ],
        }
        for questionnaire in questionnaires.ALL
    ]
    content = {"status": "voorstel", "questionnaires": public}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the committed files, write nothing")
    arguments = parser.parse_args()
    files = {"questionnaire-proposal.json": proposal(), "questionnaire.md": texts.questionnaire_page().encode()}
    police = LaterPolice()
    for folder, area in portal.AREAS.items():
        kind = area["kind"]
        files[f"{folder}/vestigingen.csv"] = establishments(folder, kind)
        files[f"{folder}/politiecijfers-2024-12-2025-11.csv"] = police.file(folder, area)
        files[f"{folder}/README.md"] = texts.folder_page(area, SIZES[folder]).encode()
        for wave in (0, 1):
            files[f"{folder}/enquete-{wave}-meting.csv"] = survey(folder, kind, wave)
            files[f"{folder}/schouw-{wave}-meting.csv"] = schouw(folder, kind, wave)
            files[f"{folder}/brandweercijfers-{wave}-meting.csv"] = fire(folder, kind, wave)
    files |= limesurvey.files(files, Chance("de-meent", "limesurvey"))
    portal.settle(files, arguments.check)


if __name__ == "__main__":
    main()
