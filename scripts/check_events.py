#!/usr/bin/env python3
"""Checks the published documents of the events: check_events.py [--events FILE] [ROOT]

Every schema is a schema; every example keeps its own schema, the envelope's, the rules of CloudEvents and of the NL GOV
profile (event_documents/profile.py), the public CloudEvents schema and the PyPI package `cloudevents` 2.2; the AsyncAPI
document keeps the public AsyncAPI 3.0 schema. Wrong events must be refused, or the check itself is broken.
The public schemas are read from the folder in KEURMERK_SCHEMAS, or from shared/schemas beside the repository; what is
not there is skipped and named. With --events the events of a file, one a line, are checked instead of the examples
(- for standard input); a line is the event itself, or has it as `event` with its `topic`, as
`kvo watch --json` prints it.
Needs python3-jsonschema and python3-yaml. Exits 1 when something is wrong.
"""

import argparse
import copy
import json
import os
import re
import sys

sys.dont_write_bytecode = True

from event_documents import profile, wrong_events  # noqa: E402

try:
    import jsonschema
    import yaml
except ImportError as missing:
    sys.exit(f"check_events: {missing.name} is missing; run: apt-get install -y python3-jsonschema python3-yaml")


class Check:
    """What was found, counted and skipped."""

    def __init__(self, root):
        self.root, self.findings, self.skipped, self.counts = root, [], [], {}
        self.schemas = {}

    def find(self, place, rule, message):
        # A line of a file of events has its number already.
        line = "" if re.search(r":[0-9]+$", place) else ":1"
        self.findings.append(f"{place}{line}: {rule}: {message}")

    def count(self, what, number=1):
        self.counts[what] = self.counts.get(what, 0) + number

    def skip(self, what, why):
        self.skipped.append(f"{what} skipped: {why}")


def strict(schema):
    """The schema with which an example is checked: a member that the schema does not name is a mistake there."""
    if isinstance(schema, dict):
        changed = {name: strict(member) for name, member in schema.items()}
        if changed.get("additionalProperties") is True:
            changed["additionalProperties"] = False
        return changed
    return [strict(member) for member in schema] if isinstance(schema, list) else schema


def errors(schema, value):
    validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())
    for error in validator.iter_errors(value):
        place = ".".join(str(part) for part in error.absolute_path) or "the whole"
        yield f"{place}: {error.message[:300]}"


def read_schemas(check):
    folder = os.path.join(check.root, "docs/schemas")
    for name in sorted(os.listdir(folder)):
        if not name.endswith(".json"):
            continue
        path = f"docs/schemas/{name}"
        with open(os.path.join(folder, name), encoding="utf-8") as source:
            schema = json.load(source)
        try:
            jsonschema.Draft7Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            check.find(path, "schema", f"it is no JSON Schema: {error.message[:300]}")
            continue
        # The profile asks that the meaning of id and time can be read where the data are described.
        if "`id`" not in schema["description"] and name != "envelope.v1.json":
            check.find(path, "id-documented", "the description does not say what id is")
        if "`time`" not in schema["description"] and name != "envelope.v1.json":
            check.find(path, "time-documented", "the description does not say what time is")
        if not schema["$id"].endswith("/" + name):
            check.find(path, "schema-id", f"its $id is {schema['$id']}")
        check.schemas[name] = schema
        check.count("schemas")


def public(check, name, what):
    """A public schema, or None when it is not at hand."""
    default = os.path.join(check.root, "..", "shared", "schemas")
    folder = os.environ.get("KEURMERK_SCHEMAS") or default
    try:
        with open(os.path.join(folder, name), encoding="utf-8") as source:
            return local(json.load(source))
    except OSError:
        check.skip(what, f"{name} is not in the folder of KEURMERK_SCHEMAS")
        return None


def local(schema):
    """A schema whose references stay inside it, by pointer: jsonschema 4.10 trips over members that are named $id."""
    places = {}
    for key, definition in schema.get("definitions", {}).items():
        pointer = "#/definitions/" + key.replace("~", "~0").replace("/", "~1").replace("%", "%25")
        places[key] = pointer
        if isinstance(definition, dict) and isinstance(definition.get("$id"), str):
            places[definition["$id"]] = pointer

    def walk(value, base):
        if isinstance(value, list):
            return [walk(member, base) for member in value]
        if not isinstance(value, dict):
            return value
        if isinstance(value.get("$ref"), str):
            return {"$ref": target(value["$ref"], base)}
        return {name: walk(member, base) for name, member in value.items() if name != "$id"}

    def target(reference, base):
        address, _, pointer = reference.partition("#")
        if not address:
            return (base or "#") + pointer if base else reference
        return places.get(address, address + "#") + pointer

    whole = {name: walk(member, "") for name, member in schema.items() if name not in ("definitions", "$id")}
    whole["definitions"] = {
        key: walk(definition, places[key] if isinstance(definition, dict) and "$id" in definition else "")
        for key, definition in schema.get("definitions", {}).items()
    }
    return whole


def oracle(check):
    """The outside package's reading of an event, or None when it is not installed."""
    try:
        from cloudevents.core.formats.json import JSONFormat
    except ImportError:
        check.skip("the package cloudevents", "it is not installed (pip install cloudevents==2.2.0)")
        return None
    return lambda text: JSONFormat().read(None, text)


def fits_topic(topic, form, event):
    """Whether a topic has the event's form and names one of its areas."""
    data = event.get("data") if isinstance(event.get("data"), dict) else {}
    areas = data.get("areas") if isinstance(data.get("areas"), list) else [data.get("area")]
    return topic in [form.replace("{gemeente}", str(area)[:6]).replace("{gebied}", str(area)) for area in areas]


def event_problems(check, event, wire, cloudevents, read, exact, topic=None):
    """All that is wrong with an event, as (rule, message)."""
    found = [(rule, profile.RULES[rule][0]) for rule in profile.broken(event)]
    if wire is not None and len(wire.encode()) > profile.SIZE:
        found.append(("size", profile.RULES["size"][0]))
    harden = strict if exact else (lambda schema: schema)
    found += [("schema", f"envelope: {text}") for text in errors(check.schemas["envelope.v1.json"], event)]
    file = str(event.get("type")).removeprefix("nl.kvo.") + ".json"
    if file in check.schemas:
        given, due = event.get("dataclassification"), check.schemas[file].get("x-dataclassification")
        if given != due:
            found.append(("data-class", f"dataclassification is {given} and must be {due}"))
        if topic is not None and not fits_topic(topic, check.schemas[file]["x-topic"], event):
            found.append(("topic", f"{topic} is no topic of this event: {check.schemas[file]['x-topic']}"))
        found += [("schema", f"data: {text}") for text in errors(harden(check.schemas[file]), event.get("data"))]
    else:
        found.append(("schema", f"the type {event.get('type')} has no schema"))
    if cloudevents:
        found += [("cloudevents-schema", text) for text in errors(cloudevents, event)]
    if read:
        try:
            read(wire if wire is not None else json.dumps(event))
        except Exception as error:  # the package raises many kinds
            found.append(("cloudevents-package", str(error)[:300] or type(error).__name__))
    return found


def read_examples(check):
    """The place, the event and its bytes of every example."""
    folder = os.path.join(check.root, "docs/schemas/examples")
    for name in sorted(os.listdir(folder)):
        path = f"docs/schemas/examples/{name}"
        with open(os.path.join(folder, name), encoding="utf-8") as source:
            text = source.read().rstrip("\n")
        event = json.loads(text)
        if event.get("type") != f"nl.kvo.{name.removesuffix('.json')}":
            check.find(path, "example-name", f"it holds an event of the type {event.get('type')}")
        yield path, event, text
    missing = {name for name in check.schemas if name != "envelope.v1.json"} - set(os.listdir(folder))
    for name in sorted(missing):
        check.find(f"docs/schemas/{name}", "example-missing", "no example shows this event")


def read_lines(check, path):
    """The place, the event and the topic of each line of a file."""
    with (sys.stdin if path == "-" else open(path, encoding="utf-8")) as source:
        for number, line in enumerate(source, 1):
            if line.strip():
                try:
                    value = json.loads(line)
                except ValueError as error:
                    check.find(f"{path}:{number}", "json", f"the line is no JSON: {error}")
                    continue
                wrapped = isinstance(value, dict) and isinstance(value.get("event"), dict)
                event = value["event"] if wrapped else value
                if not isinstance(event, dict):
                    check.find(f"{path}:{number}", "json", "the line is no JSON object")
                    continue
                yield f"{path}:{number}", event, value.get("topic") if wrapped else None


def check_asyncapi(check):
    path = "docs/asyncapi.yaml"
    with open(os.path.join(check.root, path), encoding="utf-8") as source:
        document = yaml.safe_load(source)
    schema = public(check, "asyncapi-3.0.0.json", "the AsyncAPI schema")
    if schema:
        for text in errors(schema, document):
            check.find(path, "asyncapi-schema", text)
        # A document that the schema must refuse.
        broken = copy.deepcopy(document)
        broken["operations"][next(iter(broken["operations"]))]["action"] = "shout"
        if not any(errors(schema, broken)):
            check.find(path, "self-test", "the AsyncAPI schema lets an unknown action pass")
    check_references(check, path, document)
    for name in check.schemas:
        if name != "envelope.v1.json" and not any(
            address.get("address") and address["address"].endswith(f"/{name.rpartition('.v')[0]}/")
            for address in document["channels"].values()
        ):
            check.find(path, "channel-missing", f"no channel carries {name}")
    check.count("channels", len(document["channels"]))
    check.count("operations", len(document["operations"]))


def check_references(check, path, document):
    """Every reference leads somewhere."""

    def walk(value):
        if isinstance(value, dict):
            for name, member in value.items():
                if name == "$ref" and isinstance(member, str):
                    yield member
                else:
                    yield from walk(member)
        elif isinstance(value, list):
            for member in value:
                yield from walk(member)

    for reference in sorted(set(walk(document))):
        file, _, pointer = reference.partition("#")
        if file:
            if not os.path.isfile(os.path.join(check.root, "docs", file)):
                check.find(path, "reference", f"{reference} is no file")
            continue
        place = document
        for part in pointer.split("/")[1:]:
            place = place.get(part) if isinstance(place, dict) else None
        if place is None:
            check.find(path, "reference", f"{reference} leads nowhere")


def self_test(check, good, cloudevents, read):
    """Each wrong event must be noticed by the rule that is about its fault."""
    if event_problems(check, good, None, cloudevents, read, True):
        return  # The example itself is wrong, which has been said already.
    for what, event, rules in wrong_events.wrong_events(good):
        noticed = {rule for rule, _ in event_problems(check, event, None, None, None, True)}
        if not rules <= noticed:
            check.find("scripts/check_events.py", "self-test", f"{what} is not noticed by {', '.join(sorted(rules))}")
        check.count("wrong events refused")


def main():
    parser = argparse.ArgumentParser(description="Checks the published documents of the events.")
    parser.add_argument("--events", metavar="FILE", help="check the events of a file, one a line; - is standard input")
    parser.add_argument("root", nargs="?", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    arguments = parser.parse_args()
    check = Check(os.path.abspath(arguments.root))
    read_schemas(check)
    cloudevents = public(check, "cloudevents-1.0.json", "the CloudEvents schema")
    read = oracle(check)
    if arguments.events:
        events = list(read_lines(check, arguments.events))
    else:
        events = list(read_examples(check))
        check_asyncapi(check)
        for _, event, _ in events[:1]:
            self_test(check, event, cloudevents, read)
    if not events:
        check.find(arguments.events or "docs/schemas/examples", "no-events", "there is not one event to check")
    types = set()
    for place, event, beside in events:
        types.add(event.get("type"))
        # Beside an example stand its bytes, beside an event of a file its topic.
        wire, topic = (None, beside) if arguments.events else (beside, None)
        for rule, message in event_problems(check, event, wire, cloudevents, read, not arguments.events, topic):
            check.find(place, rule, message)
    check.count("events", len(events))
    check.count("types", len(types))
    check.count("rules", len(profile.RULES))
    for finding in check.findings:
        print(finding)
    for skipped in check.skipped:
        print(f"check_events: {skipped}", file=sys.stderr)
    counts = ", ".join(f"{number} {what}" for what, number in check.counts.items())
    print(f"check_events: {counts}, {len(check.findings)} findings", file=sys.stderr)
    return 1 if check.findings else 0


if __name__ == "__main__":
    sys.exit(main())
