"""The survey of one area as LimeSurvey would have exported it, with the invitations and the mapping.

The answers are those of `enquete-0-meting.csv`; the codes are those of an invitation list. LimeSurvey writes a byte-order
mark, quotes everything, ends lines with CR LF and the file with an empty line, and keeps incomplete responses.
"""

import csv
import io
import json

FOLDER = "de-meent"
ALPHABET = "ACDEFGHJKLMNPQRTUVWXY34679"
FREQUENCY_CODES = {"nooit": "A1", "zelden": "A2", "soms": "A3", "vaak": "A4"}
YES_NO_CODES = {"ja": "Y", "nee": "N"}
SIZE_CODES = {"1": "A1", "2-9": "A2", "10-49": "A3", "50 of meer": "A4"}
OWN = ["id", "submitdate", "lastpage", "startlanguage", "seed", "token"]
STRANGER = "G99Q01"


def check_character(text):
    """ISO/IEC 7064, MOD 27,26."""
    product = 26
    for character in text:
        total = (product + ALPHABET.index(character)) % 26
        product = (total or 26) * 2 % 27
    return ALPHABET[(27 - product) % 26]


def code(chance):
    text = "".join(chance.pick(ALPHABET) for _ in range(9))
    return text + check_character(text)


def read(data):
    return list(csv.reader(io.StringIO(data.decode()), delimiter=";"))


def invitations(establishments, chance):
    rows = read(establishments)[1:]
    codes = []
    while len(codes) < len(rows):
        new = code(chance)
        if new not in codes:
            codes.append(new)
    lines = ["vestigingsnummer;naam;code"]
    lines += [f"{number};{name};{each}" for (number, name, _), each in zip(rows, codes)]
    return ("\n".join(lines) + "\n").encode(), codes


def heading(number, question):
    return f"G{1 + number // 8:02}Q{number:02}"


def place(questions, measures):
    """Where each question stands: its heading, or for several answers the headings and what they stand for."""
    places = {}
    for number, question in enumerate(questions, start=1):
        name = heading(number, question)
        places[question] = {f"{name}[SQ{each:03}]": text for each, text in enumerate(measures, start=1)} \
            if question == "I1" else name
    return places


def export(survey, codes, places, chance):
    header, *rows = read(survey)
    questions = header[1:]
    headings = []
    for question in questions:
        headings += [places[question]] if isinstance(places[question], str) else list(places[question])
    lines = [OWN + headings + [STRANGER]]
    left = list(codes)
    for number, row in enumerate(rows, start=1):
        cells = []
        for question, answer in zip(questions, row[1:]):
            cells += answered(question, answer, places[question])
        token = left.pop(chance.whole(0, len(left) - 1))
        lines.append([str(number), "2023-09-12 10:00:00", "8", "nl", str(1000 + number), token, *cells, "n.v.t."])
    for number in range(len(rows) + 1, len(rows) + 3):
        token = left.pop(chance.whole(0, len(left) - 1))
        lines.append([str(number), "", "2", "nl", str(1000 + number), token, *([""] * len(headings)), ""])
    text = "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in line) + "\r\n" for line in lines)
    return ("\ufeff" + text + "\r\n").encode()


def answered(question, answer, where):
    if not isinstance(where, str):
        chosen = answer.split("|")
        return ["Y" if text in chosen else "" for text in where.values()]
    if question[0] == "B":
        return [FREQUENCY_CODES.get(answer, "")]
    if question[0] in "CDEGK":
        return [YES_NO_CODES.get(answer, "")]
    return [SIZE_CODES.get(answer, "") if question == "A2" else answer]


def mapping(places):
    entries = {}
    for question, where in places.items():
        entry = {"columns": where} if not isinstance(where, str) else {"column": where}
        if question[0] == "B":
            entry["answers"] = {theirs: ours for ours, theirs in FREQUENCY_CODES.items()}
        if question == "A2":
            entry["answers"] = {theirs: ours for ours, theirs in SIZE_CODES.items()}
        entries[question] = entry
    content = {"questionnaire": "kvo-b-2", "respondent": "token", "submitted": "submitdate", "noAnswer": ["N/A", "n.v.t."], "questions": entries}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def files(made, chance):
    import questionnaires

    survey = made[f"{FOLDER}/enquete-0-meting.csv"]
    list_file, codes = invitations(made[f"{FOLDER}/vestigingen.csv"], chance)
    places = place(read(survey)[0][1:], questionnaires.PREVENTION)
    return {
        f"{FOLDER}/uitnodigingen-0-meting.csv": list_file,
        f"{FOLDER}/limesurvey-0-meting.csv": export(survey, codes, places, chance),
        f"{FOLDER}/limesurvey-mapping.json": mapping(places),
    }
