"""Invented words and numbers from which the examples are put together, and the pages that explain them."""

import questionnaires

BRANCHES = {
    "winkelgebied": (
        "Voorbeeldwinkel",
        ["mode", "levensmiddelen", "horeca", "drogisterij", "wonen", "dienstverlening", "boeken en cadeaus"],
    ),
    "bedrijventerrein": (
        "Voorbeeldbedrijf",
        ["bouw", "transport", "groothandel", "metaal", "autobedrijf", "opslag", "zakelijke diensten"],
    ),
}

# Rough centres of the areas in metres of the national grid (RD); the points around them are invented.
CENTRES = {"doorn-centrum": (152_100, 449_450), "de-meent": (156_150, 451_650)}

STREETS = {
    "winkelgebied": ["Voorbeeldstraat", "Voorbeeldplein", "Voorbeeldpassage"],
    "bedrijventerrein": ["Voorbeeldweg", "Voorbeeldkade", "Voorbeeldring"],
}

# kind -> per measurement the rounds: light, date, due date by severity, dates of repair, number of findings.
ROUNDS = {
    "winkelgebied": [
        [(
            "dag", "2023-10-05",
            {"rood": "2023-10-12", "oranje": "2023-12-01", "groen": "2024-04-01"},
            ["2023-10-11", "2023-11-20"], 9,
        )],
        [(
            "dag", "2025-10-02",
            {"rood": "2025-10-09", "oranje": "2025-12-01", "groen": "2026-04-01"},
            ["2025-10-08", "2025-11-17"], 6,
        )],
    ],
    "bedrijventerrein": [
        [
            (
                "dag", "2023-10-12",
                {"rood": "2023-10-19", "oranje": "2023-12-15", "groen": "2024-04-15"},
                ["2023-10-18", "2023-12-04"], 8,
            ),
            (
                "donker", "2023-11-14",
                {"rood": "2023-11-21", "oranje": "2024-01-15", "groen": "2024-05-15"},
                ["2023-11-20", "2023-12-18"], 6,
            ),
        ],
        [
            (
                "dag", "2025-10-09",
                {"rood": "2025-10-16", "oranje": "2025-12-15", "groen": "2026-04-15"},
                ["2025-10-15", "2025-11-24"], 5,
            ),
            (
                "donker", "2025-11-13",
                {"rood": "2025-11-20", "oranje": "2026-01-15", "groen": "2026-05-15"},
                ["2025-11-19"], 4,
            ),
        ],
    ],
}

# kind -> round -> category, severity, description, owner.
FINDINGS = {
    "winkelgebied": {
        "dag": [
            ("weg", "oranje", "Losliggende stoeptegels bij de ingang, struikelgevaar", "gemeente"),
            ("weg", "groen", "Onkruid in de goot", "gemeente"),
            ("verlichting", "oranje", "Lantaarnpaal defect; paalnummer V-0117", "gemeente"),
            ("straatmeubilair", "groen", "Bord \"voetgangerszone\" staat scheef", "gemeente"),
            ("groen", "groen", "Plantenbak verwaarloosd", "gemeente"),
            ("schoon", "oranje", "Open afvalcontainer in de steeg", "ondernemer"),
            ("schoon", "groen", "Zwerfafval rond de zitbank", "gemeente"),
            ("graffiti", "groen", "Graffiti op een rolluik", "eigenaar"),
            ("brand", "rood", "Kartonnen dozen opgestapeld tegen de achtergevel", "ondernemer"),
            ("brand", "rood", "Nooduitgang aan de achterzijde geblokkeerd", "ondernemer"),
            ("bereikbaarheid", "oranje", "Terrasmeubilair staat in de doorgang voor hulpdiensten", "ondernemer"),
            ("bereikbaarheid", "groen", "Huisnummer niet zichtbaar", "ondernemer"),
            ("inbraak", "oranje", "Klimroute via containers naar een lichtkoepel", "ondernemer"),
            ("parkeren", "groen", "Fietsen geparkeerd over de geleidelijn", "handhaving"),
            ("leegstand", "groen", "Leegstaand pand met dichtgeplakte ramen", "eigenaar"),
            ("beleving", "oranje", "Onoverzichtelijke steeg naast de passage", "gemeente"),
        ],
    },
    "bedrijventerrein": {
        "dag": [
            ("weg", "groen", "Verzakking in de rijbaan", "gemeente"),
            ("straatmeubilair", "oranje", "Brandkraan niet zichtbaar door begroeiing", "gemeente"),
            ("groen", "groen", "Beplanting over het trottoir", "gemeente"),
            ("schoon", "oranje", "Gedumpt afval; vijf vaten zonder etiket", "gemeente"),
            ("brand", "rood", "Pallets tegen de gevel", "ondernemer"),
            ("brand", "oranje", "Route naar het bluswater versperd", "ondernemer"),
            ("bereikbaarheid", "oranje", "Poort zonder sleutelbuis voor hulpdiensten", "ondernemer"),
            ("bereikbaarheid", "groen", "Huisnummer niet leesbaar vanaf de weg", "ondernemer"),
            ("inbraak", "oranje", "Gat in het hekwerk aan de achterzijde", "ondernemer"),
            ("inbraak", "oranje", "Opgestapelde pallets beklimbaar naast het hek", "ondernemer"),
            ("parkeren", "oranje", "Losse oplegger langs de rijbaan", "handhaving"),
            ("leegstand", "groen", "Leegstaand pand, onderhoud blijft achter", "eigenaar"),
            ("bewegwijzering", "groen", "Bedrijvenbord niet bijgewerkt", "parkmanagement"),
            ("gebruik", "oranje", "Caravans gestald op een braakliggend perceel", "gemeente"),
        ],
        "donker": [
            ("verlichting", "rood", "Drie lantaarnpalen defect; paalnummers V-0204 tot V-0206", "gemeente"),
            ("verlichting", "oranje", "Lantaarnpaal gaat aan en uit; paalnummer V-0211", "gemeente"),
            ("verlichting", "oranje", "Donkere plek bij de ingang van het terrein", "gemeente"),
            ("verlichting", "groen", "Geen buitenverlichting bij het laaddok", "ondernemer"),
            ("inbraak", "rood", "Toegangspoort staat 's avonds open", "ondernemer"),
            ("inbraak", "oranje", "Camera kijkt in het tegenlicht van een reclamebord", "ondernemer"),
            ("parkeren", "groen", "Vrachtwagens overnachten langs de weg", "handhaving"),
            ("gebruik", "oranje", "Licht en activiteit in een leegstaand pand", "gemeente"),
            ("beleving", "oranje", "Fietsroute naar de bushalte voelt verlaten", "gemeente"),
        ],
    },
}

# kind -> fire category -> expected number a year in the 0-meting and the 1-meting.
FIRES = {
    "winkelgebied": {
        "automatische-brandmelding": (14, 10),
        "rook-co-alarm": (3, 3),
        "gebouwbrand": (1.2, 1.0),
        "bijgebouwbrand": (0.3, 0.3),
        "buitenbrand": (3, 2),
        "voertuigbrand": (0.5, 0.5),
        "gerucht-nacontrole": (1.5, 1.5),
        "ongeval-gevaarlijke-stof": (0.3, 0.3),
        "hulpverlening": (4, 4),
        "overig": (1, 1),
    },
    "bedrijventerrein": {
        "automatische-brandmelding": (11, 7),
        "rook-co-alarm": (1, 1),
        "gebouwbrand": (0.8, 0.6),
        "bijgebouwbrand": (0.2, 0.2),
        "buitenbrand": (2, 1.5),
        "voertuigbrand": (0.6, 0.6),
        "gerucht-nacontrole": (1, 1),
        "ongeval-gevaarlijke-stof": (0.6, 0.6),
        "hulpverlening": (1.5, 1.5),
        "overig": (0.5, 0.5),
    },
}


REMARKS = [
    "De lamp bij de inrit is al maanden stuk.",
    "Graag vaker toezicht op vrijdagavond.",
    "Fijn dat de werkgroep er is.",
    "Wij horen nooit iets terug na een melding; dat mag beter.",
    "Vrachtwagens staan 's nachts met draaiende motor.",
]


LIMESURVEY = """- `limesurvey-0-meting.csv` is the survey of the 0-meting as LimeSurvey would export it, with two incomplete responses;
  `limesurvey-mapping.json` says what its columns and answers mean, and `uitnodigingen-0-meting.csv` who has which code.
"""


def folder_page(area, sizes):
    number, (first, second) = sizes
    extra = LIMESURVEY if area["kind"] == "bedrijventerrein" else ""
    return f"""# {area["name"]} ({area["kind"]}, {area["code"]})

**voorbeelddata**: everything in this folder is invented, except `politiecijfers-2022-12-2023-11.csv`.

- {number} establishments; {first} answer the survey of the 0-meting ({100 * first / number:.0f} %) and
  {second} that of the 1-meting ({100 * second / number:.0f} %).
{extra}- `politiecijfers-2022-12-2023-11.csv` is real: Politie / CBS, data.politie.nl, table 47022NED.
- `politiecijfers-2024-12-2025-11.csv` is **not** real: drawn at random around the real figures, in the same layout.

Layouts, sources and how to make the files again: [../README.md](../README.md).
"""


def questionnaire_page():
    lines = [
        "# Proposed questionnaires",
        "",
        "Made by `scripts/generate_examples.py` from `scripts/questionnaires.py`; the same content for programs stands in",
        "[questionnaire-proposal.json](questionnaire-proposal.json). No official list is public: the wording is our own.",
        "",
        "A question has an id and a version; changed wording gets a new version and is not compared with the old one. An",
        "empty cell in the survey file means no answer, or a question that was not put. The indicator is the share of the",
        "answers named under \"counts\" among all answers given; \"better\" says which way is an improvement.",
    ]
    lines += [
        "Questions marked with * may be left out of a survey and its file. The questions of the second table of a list show no",
        "indicator: they tell groups of firms apart, say where and how often, or leave room for remarks. Several answers stand",
        "in one cell with | between them; a remark is private and is kept apart from the other answers.",
    ]
    for questionnaire in questionnaires.ALL:
        lines += [
            "",
            f"## {questionnaire['id']} ({questionnaire['kind']})",
            "",
            "| Id | Question | Asked of | Answers | Indicator | Counts | Better |",
            "|---|---|---|---|---|---|---|",
        ]
        for question in questionnaire["questions"]:
            answer, indicator = question["answer"], question["indicator"]
            is_mark = answer["type"] == "mark"
            answers = f"{answer['lowest']}-{answer['highest']}" if is_mark else ", ".join(answer["options"])
            counts = f"{indicator['yes'][0]}-{indicator['yes'][-1]}" if is_mark else ", ".join(indicator["yes"])
            star = "*" if question.get("optional") else ""
            lines.append(
                f"| {question['id']}{star} | {question['text']} | {question['asked']} | {answers} "
                f"| `{indicator['id']}`: {indicator['name']} | {counts} | {indicator['better']} |"
            )
        if "further" in questionnaire:
            lines += ["", "| Id | Question | Asked of | Answers |", "|---|---|---|---|"]
        for question in questionnaire.get("further", []):
            lines.append(
                f"| {question['id']} | {question['text']} | {question['asked']} | {further_answers(question['answer'])} |"
            )
    return "\n".join(lines) + "\n"


def further_answers(answer):
    match answer["type"]:
        case "number":
            return f"{answer['lowest']}-{answer['highest']}"
        case "words":
            return f"own words, {answer['longest']} characters at most"
        case "several":
            return "several of: " + ", ".join(answer["options"])
        case _:
            return ", ".join(answer["options"])
