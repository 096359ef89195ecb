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

# --- Version 2: the whole skeleton -------------------------------------------------------------------------------
# The questions of version 1 in the same words, so that they can be compared; further ones may be left out of a file.


def optional(asked_question):
    return {**{key: value for key, value in asked_question.items() if key != "chances"}, "optional": True}


def mark_6(identifier, subject, indicator):
    return mark(identifier, subject, indicator, (0.6, 0.6))


def further(identifier, text, kind, options=None, asked="allen", **more):
    answer = {"type": kind, **({"options": options} if options else {})}
    answer |= {key: more.pop(key) for key in ("lowest", "highest", "longest") if key in more}
    return {"id": identifier, "version": 1, "text": text, "answer": answer, "asked": asked, **more}


SECTORS = {
    "winkelgebied": ["levensmiddelen", "overige winkels", "horeca", "dienstverlening", "anders"],
    "bedrijventerrein": ["productie en bouw", "groothandel en opslag", "transport", "zakelijke diensten", "anders"],
}
SIZE_CLASSES = ["1", "2-9", "10-49", "50 of meer"]
PREVENTION = [
    "luid alarm", "stil alarm", "camera", "sloten", "buitenverlichting", "hek", "bewaking", "training van personeel",
]
LONGEST_REMARK = 2000


def added(kind, offences, nuisances):
    """The questions of version 2 that show an indicator and that version 1 lacks."""
    questions = [victim(code, what, indicator, (0.1, 0.1)) for code, what, indicator in offences]
    questions += [nuisance(code, what, indicator, (0.1, 0.1)) for code, what, indicator in nuisances]
    questions += [
        mark_6("F4", "de bestrating", "bestrating-voldoende"),
        mark_6("F5", "de bewegwijzering", "bewegwijzering-voldoende"),
        mark_6("F6", "het beheer als geheel", "beheer-voldoende"),
        yes_no("G3", "Hebt u een actuele RI&E (risico-inventarisatie)?", "rie", "Heeft een RI&E", "higher", (0.6, 0.6)),
        yes_no(
            "G4", f"Hebt u {YEAR} een ontruiming of noodsituatie geoefend?", "noodoefening", "Oefende een noodsituatie",
            "higher", (0.4, 0.4),
        ),
        yes_no(
            "G5", "Hebt u met uw buren afspraken over wat u doet bij een calamiteit?", "calamiteitenafspraken",
            "Heeft afspraken met buren over een calamiteit", "higher", (0.2, 0.2),
        ),
        frequency(
            "H1", f"Hoe vaak hebt u {YEAR} in het gebied een gevaarlijke verkeerssituatie meegemaakt?",
            "zelden-gevaarlijk-verkeer", "Maakt nooit of zelden een gevaarlijke verkeerssituatie mee", (0.6, 0.6),
        ),
        yes_no(
            "H2", "Is uw vestiging goed bereikbaar voor klanten, leveranciers en hulpdiensten?", "goed-bereikbaar",
            "Is goed bereikbaar", "higher", (0.8, 0.8),
        ),
        yes_no(
            "H3", "Is er in het gebied genoeg plaats om te parkeren?", "genoeg-parkeerplaats",
            "Vindt dat er genoeg parkeerplaats is", "higher", (0.6, 0.6),
        ),
        victim(
            "J1", "cybercriminaliteit, zoals phishing, gijzelsoftware of een gekraakt account", "slachtoffer-cyber",
            (0.2, 0.2),
        ),
        yes_no(
            "J2", "Hebt u maatregelen tegen cybercriminaliteit, zoals reservekopieën en inloggen in twee stappen?",
            "cybermaatregelen", "Heeft maatregelen tegen cybercriminaliteit", "higher", (0.6, 0.6),
        ),
        yes_no(
            "J3", f"Hebt u {YEAR} in het gebied signalen gezien die op ondermijning kunnen wijzen?",
            "signalen-ondermijning", "Zag signalen van ondermijning", "lower", (0.1, 0.1),
        ),
    ]
    for number, (party, indicator) in enumerate(
        [("de politie", "politie"), ("de gemeente", "gemeente"), ("de brandweer", "brandweer")], start=3
    ):
        questions.append(yes_no(
            f"K{number}", f"Bent u tevreden over de samenwerking met {party}?", f"tevreden-{indicator}",
            f"Is tevreden over {party}", "higher", (0.6, 0.6),
        ))
    return [optional(each) for each in questions]


def counted(victims):
    """How often each offence happened, asked of those that it happened to."""
    return [
        further(f"{code}n", f"Hoe vaak is uw bedrijf {YEAR} slachtoffer geworden van {what}?", "number",
                asked="slachtoffers", lowest=1, highest=999)
        for code, what in victims
    ]


def whole(identifier, old, offences, nuisances):
    """Version 2 of a list."""
    kind = old["kind"]
    main = [{key: value for key, value in each.items() if key != "chances"} for each in old["questions"]]
    more = added(kind, offences, nuisances)
    prefix = f"Is uw bedrijf {YEAR} op deze vestiging slachtoffer geworden van "
    victims = [
        (each["id"], each["text"].removeprefix(prefix).removesuffix("?"))
        for each in main + more if each["id"].startswith("C")
    ]
    questions = sorted(main + more, key=lambda each: (each["id"][0], int(each["id"][1:])))
    return {
        "id": identifier,
        "kind": kind,
        "recallMonths": 12,
        "questions": questions,
        "further": [
            further("A1", "In welke branche werkt u?", "choice", SECTORS[kind], stratum="sector"),
            further("A2", "Hoeveel mensen werken er op deze vestiging?", "choice", SIZE_CLASSES, stratum="size"),
            further(
                "A3", "Hoe lang zit u op deze plek?", "choice",
                ["korter dan 2 jaar", "2 tot 5 jaar", "5 jaar of langer"],
            ),
            further("A4", "Bent u lid van de ondernemersvereniging?", "choice", YES_NO),
            further("A5", "Bent u eigenaar of huurder van het pand?", "choice", ["eigenaar", "huurder"]),
            further(
                "B3", "Waar voelt u of uw personeel zich wel eens onveilig?", "several",
                ["in de zaak", "voor de deur", "achter de zaak", "op de parkeerplaats", "op een donkere plek", "elders"],
            ),
            further(
                "B4", "Wanneer voelt u of uw personeel zich wel eens onveilig?", "several",
                ["overdag", "'s avonds", "'s nachts", "in het weekend"],
            ),
            *counted(victims),
            further(
                "CS", f"Hoe groot was {YEAR} de schade door deze voorvallen bij elkaar?", "choice",
                ["geen", "minder dan 500 euro", "500 tot 5.000 euro", "5.000 euro of meer"], "slachtoffers",
            ),
            further(
                "D3", "Waarom hebt u het laatste voorval niet gemeld of geen aangifte gedaan?", "several",
                ["verwachtte geen resultaat", "schade te klein", "te veel moeite", "bang voor gevolgen", "anders"],
                "slachtoffers",
            ),
            further("I1", "Welke maatregelen hebt u in of om uw pand genomen?", "several", PREVENTION),
            further("L1", "Wilt u nog iets kwijt?", "words", longest=LONGEST_REMARK),
        ],
    }


SHOPS_2 = whole(
    "kvo-w-2", SHOPS,
    [("C7", "een overval", "slachtoffer-overval"), ("C8", "graffiti", "slachtoffer-graffiti")],
    [("E6", "straatraces", "overlast-straatraces"), ("E7", "mensen die anderen lastigvallen", "overlast-lastigvallen")],
)
PARKS_2 = whole(
    "kvo-b-2", PARKS,
    [("C8", "een overval", "slachtoffer-overval"), ("C9", "graffiti", "slachtoffer-graffiti")],
    [("E6", "straatraces", "overlast-straatraces"), ("E7", "mensen die anderen lastigvallen", "overlast-lastigvallen")],
)

# Oldest first: the newest of a kind of area is the one that a survey is opened with.
ALL = [SHOPS, PARKS, SHOPS_2, PARKS_2]
NEWEST = {"winkelgebied": SHOPS_2, "bedrijventerrein": PARKS_2}
