"""Writes YAML of dictionaries, lists and scalars, so that the generator needs the standard library only."""

import json
import re

PLAIN_KEY = re.compile(r"^[A-Za-z$][A-Za-z0-9_.$-]*$")
# YAML 1.1 reads these words as truth values.
TRUTHS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}


def key(text):
    return text if PLAIN_KEY.match(text) and text.lower() not in TRUTHS else json.dumps(text, ensure_ascii=False)


def scalar(value):
    return json.dumps(value, ensure_ascii=False)


def lines(value, indent=""):
    """The lines of a dictionary or list, each with its indentation."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield from entry(f"{indent}{key(name)}:", member, indent)
    else:
        for member in value:
            if isinstance(member, (dict, list)) and member:
                inner = list(lines(member, indent + "  "))
                yield f"{indent}- {inner[0].lstrip()}"
                yield from inner[1:]
            else:
                yield f"{indent}- {scalar(member)}"


def entry(head, member, indent):
    short = isinstance(member, list) and all(not isinstance(part, (dict, list)) for part in member)
    if isinstance(member, (dict, list)) and member and not (short and len(scalar(member)) <= 90):
        yield head
        yield from lines(member, indent + "  ")
    else:
        yield f"{head} {scalar(member)}"
