"""The proposed questionnaires of the examples, and how often each answer counts in the two measurements.

The texts go into questionnaire-proposal.json and questionnaire.md; the chances serve the invented answers only.
"""

FREQUENCY = ["nooit", "zelden", "soms", "vaak"]
YES_NO = ["ja", "nee"]
MARKS = [str(mark) for mark in range(1, 11)]
SUFFICIENT = MARKS[5:]
YEAR = "in de afgelopen 12 maanden"


def question(identifier, text, answer, indicator, name, yes, better, chances, asked="allen"):
    return {
        "id": identifier,
        "version": 1,
        "text": text,
        "answer": answer,
        "asked": asked,
        "indicator": {"id": indicator, "name": name, "yes": yes, "better": better},
        "chances": chances,
    }


def frequency(identifier, text, indicator, name, chances):
    answer = {"type": "choice", "options": FREQUENCY}
    return question(identifier, text, answer, indicator, name, ["nooit", "zelden"], "higher", chances)


def yes_no(identifier, text, indicator, name, better, chances, asked="allen"):
    answer = {"type": "choice", "options": YES_NO}
    return question(identifier, text, answer, indicator, name, ["ja"], better, chances, asked)


def mark(identifier, subject, indicator, chances):
    text = f"Welk rapportcijfer (1-10) geeft u {subject} in het gebied?"
    name = f"Geeft {subject} een 6 of hoger"
    answer = {"type": "mark", "lowest": 1, "highest": 10}
    return question(identifier, text, answer, indicator, name, SUFFICIENT, "higher", chances)


def victim(identifier, what, indicator, chances):
    text = f"Is uw bedrijf {YEAR} op deze vestiging slachtoffer geworden van {what}?"
    return yes_no(identifier, text, indicator, f"Slachtoffer van {what}", "lower", chances)


def nuisance(identifier, what, indicator, chances):
    text = f"Hebt u {YEAR} in het gebied overlast gehad van {what}?"
    return yes_no(identifier, text, indicator, f"Overlast van {what}", "lower", chances)


def questionnaire(identifier, kind, house, offences, parking, chances):
    """Compose the list for one kind of area; `chances` gives (0-meting, 1-meting) by question id."""
    questions = [
        frequency(
            "B1", f"Hoe vaak hebt u of heeft uw personeel zich {YEAR} onveilig gevoeld in {house}?",
            "zelden-onveilig-in-zaak", f"Voelt zich nooit of zelden onveilig in {house}", chances["B1"],
        ),
        frequency(
            "B2", f"Hoe vaak hebt u of heeft uw personeel zich {YEAR} onveilig gevoeld in de directe omgeving?",
            "zelden-onveilig-in-omgeving", "Voelt zich nooit of zelden onveilig in de directe omgeving", chances["B2"],
        ),
    ]
    for number, (what, indicator) in enumerate(offences, start=1):
        questions.append(victim(f"C{number}", what, indicator, chances[f"C{number}"]))
    questions += [
        yes_no(
            "D1", "Hebt u van het laatste voorval een melding gedaan bij de politie?",
            "melding-gedaan", "Deed melding van het laatste voorval", "higher", chances["D1"], "slachtoffers",
        ),
        yes_no(
            "D2", "Hebt u van het laatste voorval aangifte gedaan bij de politie?",
            "aangifte-gedaan", "Deed aangifte van het laatste voorval", "higher", chances["D2"], "slachtoffers",
        ),
        nuisance("E1", "vervuiling of zwerfafval", "overlast-vervuiling", chances["E1"]),
        nuisance("E2", "rondhangende personen", "overlast-hangen", chances["E2"]),
        nuisance("E3", "te hard rijden", "overlast-snelheid", chances["E3"]),
        nuisance("E4", parking, "overlast-parkeren", chances["E4"]),
        nuisance("E5", "geluid", "overlast-geluid", chances["E5"]),
        mark("F1", "de openbare verlichting", "verlichting-voldoende", chances["F1"]),
        mark("F2", "de schoonmaak", "schoonmaak-voldoende", chances["F2"]),
        mark("F3", "het onderhoud van het groen", "groen-voldoende", chances["F3"]),
        yes_no("G1", "Hebt u een actueel BHV-plan?", "bhv-plan", "Heeft een BHV-plan", "higher", chances["G1"]),
        yes_no(
            "G2", "Hebt u een werkende brand- of rookdetectie?",
            "branddetectie", "Heeft brand- of rookdetectie", "higher", chances["G2"],
        ),
        yes_no(
            "K1", "Kent u het Keurmerk Veilig Ondernemen?",
            "kent-kvo", "Kent het Keurmerk Veilig Ondernemen", "higher", chances["K1"],
        ),
        yes_no(
            "K2", "Wilt u meedoen in de werkgroep?",
            "wil-meedoen", "Wil meedoen in de werkgroep", "higher", chances["K2"],
        ),
    ]
    return {"id": identifier, "kind": kind, "recallMonths": 12, "questions": questions}


SHOPS = questionnaire(
    "kvo-w-1", "winkelgebied", "uw zaak",
    [
        ("inbraak of poging daartoe", "slachtoffer-inbraak"),
        ("winkeldiefstal", "slachtoffer-winkeldiefstal"),
        ("vernieling", "slachtoffer-vernieling"),
        ("bedreiging, agressie of geweld", "slachtoffer-bedreiging"),
        ("diefstal van of uit een voertuig", "slachtoffer-voertuig"),
        ("fraude of oplichting", "slachtoffer-fraude"),
    ],
    "fout geparkeerde auto's of fietsen",
    {
        "B1": (0.64, 0.80), "B2": (0.58, 0.74),
        "C1": (0.09, 0.06), "C2": (0.42, 0.33), "C3": (0.22, 0.15), "C4": (0.14, 0.09), "C5": (0.06, 0.06),
        "C6": (0.10, 0.12), "D1": (0.55, 0.65), "D2": (0.35, 0.45),
        "E1": (0.32, 0.20), "E2": (0.26, 0.16), "E3": (0.20, 0.20), "E4": (0.28, 0.25), "E5": (0.10, 0.09),
        "F1": (0.55, 0.72), "F2": (0.62, 0.72), "F3": (0.68, 0.70),
        "G1": (0.72, 0.80), "G2": (0.55, 0.66), "K1": (0.40, 0.82), "K2": (0.20, 0.24),
    },
)

PARKS = questionnaire(
    "kvo-b-1", "bedrijventerrein", "uw bedrijf",
    [
        ("inbraak of poging daartoe", "slachtoffer-inbraak"),
        ("diefstal zonder inbraak", "slachtoffer-diefstal"),
        ("vernieling", "slachtoffer-vernieling"),
        ("bedreiging, agressie of geweld", "slachtoffer-bedreiging"),
        ("diefstal van of uit een voertuig", "slachtoffer-voertuig"),
        ("fraude of oplichting", "slachtoffer-fraude"),
        ("diefstal van metaal of lading", "slachtoffer-metaaldiefstal"),
    ],
    "geparkeerde vrachtwagens",
    {
        "B1": (0.80, 0.88), "B2": (0.66, 0.76),
        "C1": (0.17, 0.09), "C2": (0.15, 0.12), "C3": (0.15, 0.12), "C4": (0.05, 0.05), "C5": (0.12, 0.10),
        "C6": (0.10, 0.12), "C7": (0.12, 0.08), "D1": (0.60, 0.68), "D2": (0.45, 0.50),
        "E1": (0.30, 0.22), "E2": (0.12, 0.08), "E3": (0.34, 0.30), "E4": (0.30, 0.22), "E5": (0.08, 0.08),
        "F1": (0.45, 0.70), "F2": (0.60, 0.68), "F3": (0.64, 0.66),
        "G1": (0.75, 0.84), "G2": (0.60, 0.70), "K1": (0.38, 0.85), "K2": (0.20, 0.25),
    },
)

BY_KIND = {"winkelgebied": SHOPS, "bedrijventerrein": PARKS}
