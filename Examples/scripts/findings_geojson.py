"""Writes the findings of De Meent's 0-meting as GeoJSON, from the CSV beside it.

The same rounds in another form, with what the CSV does not have: when the dark round was walked, the point of the
checklist for some findings, and the number of a lamp post. Python 3, standard library only; --check writes nothing.
"""

import csv
import json
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "de-meent"
SOURCE, TARGET = FOLDER / "schouw-0-meting.csv", FOLDER / "schouw-0-meting.geojson"

# Points of checklist schouw-b-1, by description.
POINTS = {
    "Route naar het bluswater versperd": "brand-3",
    "Gat in het hekwerk aan de achterzijde": "inbraak-2",
    "Huisnummer niet leesbaar vanaf de weg": "bereik-2",
    "Lantaarnpaal gaat aan en uit; paalnummer V-0211": "licht-1",
    "Geen buitenverlichting bij het laaddok": "licht-3",
    "Toegangspoort staat 's avonds open": "inbraak-4",
}

# Schreutelkamp and Strang van Hees: seconds of latitude and longitude by 100 km of easting and northing.
LATITUDE = [
    (0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978), (0, 3, -0.06550), (2, 2, -0.01709),
    (1, 0, -0.00738), (4, 0, 0.00530), (2, 3, -0.00039), (4, 1, 0.00033), (1, 1, -0.00012),
]
LONGITUDE = [
    (1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594), (3, 1, -0.05607),
    (0, 1, 0.01199), (3, 2, -0.00256), (1, 4, 0.00128), (0, 2, 0.00022), (2, 0, -0.00022), (5, 0, 0.00026),
]


def degrees(x, y):
    """Longitude and latitude of a place on the Dutch grid, to six decimals."""
    east, north = (x - 155000) / 100000, (y - 463000) / 100000
    latitude = 52.15517440 + sum(c * east**p * north**q for p, q, c in LATITUDE) / 3600
    longitude = 5.38720621 + sum(c * east**p * north**q for p, q, c in LONGITUDE) / 3600
    return [round(longitude, 6), round(latitude, 6)]


def feature(row):
    """A row of the CSV as a feature; empty fields are left out."""
    properties = {name: text for name, text in row.items() if text and not name.startswith("rd_")}
    if row["ronde"] == "donker":
        properties |= {"begin": "19:00", "einde": "20:45"}
    if row["omschrijving"] in POINTS:
        properties["punt"] = POINTS[row["omschrijving"]]
    if "paalnummer " in row["omschrijving"]:
        properties["objectnummer"] = row["omschrijving"].split("paalnummer ")[1]
    geometry = {"type": "Point", "coordinates": degrees(int(row["rd_x"]), int(row["rd_y"]))}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def main():
    with SOURCE.open(encoding="utf-8", newline="") as file:
        features = [feature(row) for row in csv.DictReader(file, delimiter=";")]
    lines = ",\n".join("    " + json.dumps(one, ensure_ascii=False) for one in features)
    text = '{\n  "type": "FeatureCollection",\n  "features": [\n' + lines + "\n  ]\n}\n"
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(text, encoding="utf-8")
    elif not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
        sys.exit(f"{TARGET.name} is not what {SOURCE.name} gives; run this without --check")


main()
