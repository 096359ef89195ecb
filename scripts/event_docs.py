#!/usr/bin/env python3
"""Writes the published documents of the events from Modules/Contracts: event_docs.py [--check | --breaking] [ROOT]

docs/schemas/*.json, docs/events.md and docs/asyncapi.yaml. The examples in docs/schemas/examples come from the Swift
tests (`make events` makes both). With --check nothing is written: exits 1 when a file is not what would be written.
A change that would break those who read an event is refused: it is a new version of the type. --breaking writes it all
the same, for an event that no release has had yet. Needs the standard library only.
"""

import json
import os
import sys

sys.dont_write_bytecode = True

from event_documents import asyncapi, compatibility, json_schema, page, yaml_text  # noqa: E402
from event_documents.catalogue import Catalogue, CatalogueError  # noqa: E402

TABLE = "scripts/event_documents/readers.json"
READERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "event_documents", "readers.json")
SCHEMAS = "docs/schemas"
EXAMPLES = "docs/schemas/examples"


def read_readers(catalogue):
    """Who may want each event, and its name in English."""
    with open(READERS, encoding="utf-8") as source:
        readers = json.load(source)
    names = {event.name for event in catalogue.events}
    for name in sorted(names - readers.keys()):
        raise CatalogueError(f"{name} has no row in {TABLE}: say there who may want it, and its English name.")
    for name in sorted(readers.keys() - names):
        raise CatalogueError(f"{name} has a row in {TABLE} and is no event: delete the row.")
    return readers


def read_examples(root, catalogue):
    examples = {}
    for event in catalogue.events:
        path = os.path.join(root, EXAMPLES, event.file)
        try:
            with open(path, encoding="utf-8") as source:
                examples[event.name] = json.load(source)
        except OSError:
            raise CatalogueError(f"{EXAMPLES}/{event.file} is missing: run `make events`.") from None
    return examples


def documents(root):
    """Every document's text by its path below the root."""
    catalogue = Catalogue(root)
    readers = read_readers(catalogue)
    schemas = {event.name: json_schema.event_schema(catalogue, event) for event in catalogue.events}
    texts = {f"{SCHEMAS}/{event.file}": schemas[event.name] for event in catalogue.events}
    texts[f"{SCHEMAS}/envelope.v1.json"] = json_schema.envelope_schema(catalogue)
    texts = {path: json.dumps(schema, ensure_ascii=False, indent=2) + "\n" for path, schema in texts.items()}
    head = "# Written by scripts/event_docs.py from Modules/Contracts; do not edit. `make events` writes it anew.\n"
    texts["docs/asyncapi.yaml"] = head + "\n".join(yaml_text.lines(asyncapi.document(catalogue, readers))) + "\n"
    texts["docs/events.md"] = page.page(catalogue, schemas, readers, read_examples(root, catalogue))
    return texts


def surplus(root, texts):
    """Schemas and examples that no event has any more."""
    found = []
    for folder in (SCHEMAS, EXAMPLES):
        place = os.path.join(root, folder)
        names = sorted(os.listdir(place)) if os.path.isdir(place) else []
        found += [f"{folder}/{name}" for name in names if name.endswith(".json") and f"{SCHEMAS}/{name}" not in texts]
    return found


def committed(root, path):
    try:
        with open(os.path.join(root, path), encoding="utf-8", newline="") as source:
            return source.read()
    except OSError:
        return None


def breaking(root, texts, gone):
    """What the changed schemas would break, a line each."""
    for path in gone:
        if not path.startswith(EXAMPLES):
            yield f"{path}:1: event-breaks: the event is gone"
    for path, text in texts.items():
        is_data = path.startswith(SCHEMAS) and not path.endswith("envelope.v1.json")
        before = committed(root, path) if is_data else None
        if before is not None and before != text:
            for sentence in compatibility.breaks(json.loads(before), json.loads(text)):
                yield f"{path}:1: event-breaks: {sentence}"


def main(arguments):
    here = os.path.dirname(os.path.abspath(__file__))
    roots = [argument for argument in arguments if not argument.startswith("-")]
    root = roots[0] if roots else os.path.dirname(here)
    try:
        texts = documents(root)
    except CatalogueError as error:
        print(f"event documents: {error}", file=sys.stderr)
        return 1
    changed = [path for path, text in texts.items() if committed(root, path) != text]
    gone = surplus(root, texts)
    if "--check" in arguments:
        for path in changed:
            print(f"{path}:1: event-documents: this is not what Modules/Contracts says; run `make events`")
        for path in gone:
            print(f"{path}:1: event-documents: no event has this; run `make events`")
        print(f"event documents: {len(texts)} files, {len(changed) + len(gone)} findings", file=sys.stderr)
        return 1 if changed or gone else 0
    broken = [] if "--breaking" in arguments else list(breaking(root, texts, gone))
    if broken:
        print("\n".join(broken))
        print(
            "event documents: nothing written, because this would break those who read the events: add members instead, "
            "or a new version of the type; for an event that no release has had: scripts/event_docs.py --breaking",
            file=sys.stderr,
        )
        return 1
    for path in changed:
        os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
        with open(os.path.join(root, path), "w", encoding="utf-8", newline="") as target:
            target.write(texts[path])
    for path in gone:
        os.remove(os.path.join(root, path))
    print(f"event documents: {len(texts)} files, {len(changed)} written, {len(gone)} removed", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
