"""docs/events.md: each event for a person who wants to act on it."""

import json

HEAD = """# The events

<!-- Written by scripts/event_docs.py from Modules/Contracts; do not edit. `make events` writes it anew. -->

For the engineer of a partner's system: what each event means, who may want it, and what it looks like. How to receive them is in [partner-guide.md](partner-guide.md); the same contract for machines is in [asyncapi.yaml](asyncapi.yaml) (AsyncAPI 3.0) and in [schemas](schemas), one JSON Schema (draft 07) for the `data` of each event and [one for the envelope](schemas/envelope.v1.json).

Names on the wire are Dutch. A day is a day in the Netherlands; the event's `time` is the moment at which the service recorded it, in UTC. `id` is a random UUID, unique together with `source`. The topic's `{gemeente}` and `{gebied}` are a municipality and an area, `gm1581` and `gm1581-0007`; an event over several areas comes once for each, with another `id`.

## What may change

* Members may be added to `data` and attributes to the envelope without notice: accept what you do not know.
* A member is never removed, renamed or given another meaning, a required one never becomes optional, and a list of values (`kind`, `unit`) never gets another one, in the same version.
* What breaks that is a new version of the type, `.v2`, published beside `.v1` on the same topic for a time: look at `type`, never only at the topic.

## Data classes

Each event says in `dataclassification` how widely it may be read; a grant names the highest class that it gives.

"""


def table(rows):
    yield from ("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows[:1])
    yield "|" + "---|" * len(rows[0])
    yield from ("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows[1:])


def kind(schema):
    """A member's form in a few words."""
    if "allOf" in schema:
        schema = schema["allOf"][0]
    if "$ref" in schema:
        return "`" + schema["$ref"].rpartition("/")[2] + "`"
    if schema.get("type") == "array":
        return "list of " + kind(schema["items"])
    return {"string": "text", "integer": "whole number", "boolean": "true or false"}.get(schema["type"], schema["type"])


def section(event, schema, reader, example):
    yield f"### {event.name}"
    yield ""
    yield f"{event.swift.doc}"
    yield ""
    yield f"**Who may want it:** {reader['readers']}"
    yield ""
    facts = [["in English", "type", "topic", "subject", "data class", "schema"], [
        reader["english"], f"`{event.type}`", f"`{event.topic}`", f"`{event.subject}`", event.data_class or "–",
        f"[{event.file}](schemas/{event.file})",
    ]]
    yield from table(facts)
    yield ""
    members = [["member of `data`", "form", "what"]]
    for name, member in schema["properties"].items():
        mark = "" if name in schema["required"] else "?"
        members.append([f"`{name}`{mark}", kind(member), member["description"]])
    yield from table(members)
    yield ""
    yield "```json"
    yield json.dumps(example, ensure_ascii=False, indent=1)
    yield "```"
    yield ""


def page(catalogue, schemas, readers, examples):
    """The text of docs/events.md."""
    lines = [HEAD.rstrip("\n"), ""]
    if catalogue.data_classes:
        cases = catalogue.types["DataClass"].cases
        lines += table([["class", "who"]] + [[f"`{raw}`", doc] for _, raw, doc in cases])
        lines.append("")
    lines += ["## In short", ""]
    short = [["event", "in English", "topic", "data class"]]
    for event in catalogue.events:
        short.append([
            f"[`{event.name}`](#{event.name})", readers[event.name]["english"], f"`{event.topic}`",
            event.data_class or "–",
        ])
    lines += table(short)
    for stream, _ in catalogue.streams:
        lines += ["", f"## {stream}", ""]
        for event in catalogue.events:
            if event.stream == stream:
                lines += section(event, schemas[event.name], readers[event.name], examples[event.name])
        lines.pop()
    lines += ["", "## Forms", "", "The named forms of the members above.", ""]
    forms = {}
    for schema in schemas.values():
        forms.update(schema.get("definitions", {}))
    for name, schema in sorted(forms.items()):
        lines += [f"### `{name}`", "", schema["description"], ""]
        if "pattern" in schema:
            lines += [f"A text that fits `{schema['pattern']}`.", ""]
        if "enum" in schema:
            lines += ["One of " + ", ".join(f"`{value}`" for value in schema["enum"]) + ".", ""]
        if "properties" in schema:
            rows = [["member", "form", "what"]]
            for member, inner in schema["properties"].items():
                mark = "" if member in schema["required"] else "?"
                rows.append([f"`{member}`{mark}", kind(inner), inner["description"]])
            lines += [*table(rows), ""]
    return "\n".join(lines).rstrip("\n") + "\n"
