"""The rules of CloudEvents 1.0 and the NL GOV profile 1.1 that our events keep, each as a named check."""

import datetime
import json
import re

SIZE = 65_536
NAME = re.compile(r"[a-z0-9]{1,20}")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
SOURCE = re.compile(r"urn:nld:oin:[0-9]{20}:systeem:[a-z-]+")
TYPE = re.compile(r"[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)+")
TIME = re.compile(r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)")


def has_null(value):
    if isinstance(value, dict):
        return any(has_null(member) for member in value.values())
    if isinstance(value, list):
        return any(has_null(member) for member in value)
    return value is None


def is_time(text):
    found = TIME.fullmatch(text) if isinstance(text, str) else None
    try:
        return bool(found and datetime.datetime.fromisoformat(f"{found.group(1)}T{found.group(2)}"))
    except ValueError:
        return False


def is_attribute(value):
    if isinstance(value, bool) or isinstance(value, str):
        return True
    return isinstance(value, int) and -(2**31) <= value < 2**31


def has_one_version(text):
    parts = text.split(".") if isinstance(text, str) else []
    versions = [bool(re.fullmatch(r"v[0-9]+", part)) for part in parts]
    return versions.count(True) == 1 and versions[-1] and not parts[-1].startswith("v0")


def attributes(event):
    return {name: value for name, value in event.items() if name not in ("data", "data_base64")}


def fits(pattern, value):
    return isinstance(value, str) and pattern.fullmatch(value) is not None


# name: (the rule in a sentence, whether an event keeps it)
RULES = {
    "specversion": ("specversion is 1.0", lambda event: event.get("specversion") == "1.0"),
    "required": (
        "id, source, type, specversion are texts that are not empty",
        lambda event: all(isinstance(event.get(name), str) and event[name]
                          for name in ("id", "source", "type", "specversion")),
    ),
    "attribute-name": (
        "an attribute's name has 1 to 20 letters a to z and digits",
        lambda event: all(NAME.fullmatch(name) for name in attributes(event)),
    ),
    "attribute-value": (
        "an attribute is a text, a boolean or a 32-bit integer",
        lambda event: all(value is None or is_attribute(value) for value in attributes(event).values()),
    ),
    "no-null": ("nothing is null: what has no value is left out", lambda event: not has_null(event)),
    "one-data": ("data and data_base64 do not stand together",
                 lambda event: not {"data", "data_base64"} <= event.keys()),
    "data-object": (
        "data is a JSON object and datacontenttype says so",
        lambda event: isinstance(event.get("data"), dict) and event.get("datacontenttype") == "application/json",
    ),
    "id-uuid": ("id is a UUID", lambda event: fits(UUID, event.get("id"))),
    "source-nld": (
        "source is a URN in the namespace nld, with the OIN and the system, and no place of data",
        lambda event: fits(SOURCE, event.get("source")),
    ),
    "type-reverse-dns": (
        "type is a reverse domain name",
        lambda event: fits(TYPE, event.get("type")) and event["type"].startswith("nl."),
    ),
    "type-version": ("type has one version, vN, at its end", lambda event: has_one_version(event.get("type"))),
    "subject": ("subject is a text that is not empty", lambda event: isinstance(event.get("subject"), str)
                and event["subject"] != ""),
    "time-rfc3339": ("time is a time of RFC 3339", lambda event: is_time(event.get("time"))),
    "sequence-20-digits": ("sequence has 20 digits",
                           lambda event: fits(re.compile("[0-9]{20}"), event.get("sequence"))),
    "no-sequencetype": ("there is no sequencetype: it would say that sequence wraps",
                        lambda event: "sequencetype" not in event),
    "size": (
        f"the event has at most {SIZE} bytes",
        lambda event: len(json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()) <= SIZE,
    ),
}


def broken(event):
    """The names of the rules that an event breaks."""
    return [name for name, (_, keeps) in RULES.items() if not keeps(event)]
