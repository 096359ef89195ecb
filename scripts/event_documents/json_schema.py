"""JSON Schemas (draft 07, which AsyncAPI 3.0 takes as it is) of Swift types and of the envelope."""

import os
import re

from .catalogue import CatalogueError

DRAFT = "http://json-schema.org/draft-07/schema#"
BASE = "https://keurmerk.example/schemas/"
NOTE = "Written by scripts/event_docs.py from Modules/Contracts; do not edit."

SCALARS = {
    "String": {"type": "string"},
    "Bool": {"type": "boolean"},
    "Int": {"type": "integer"},
    "Int32": {"type": "integer"},
    "Int64": {"type": "integer"},
    "UInt64": {"type": "integer", "minimum": 0},
    "Double": {"type": "number"},
    "UUID": {"type": "string", "pattern": "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"},
    "CalendarDate": {
        "type": "string",
        "format": "date",
        "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        "description": "A day in the Netherlands, such as 2026-11-23.",
    },
    "CalendarMonth": {
        "type": "string",
        "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$",
        "description": "A month, such as 2026-11.",
    },
}

# The rule of each identifier as a pattern; Tests/ContractsTests/TextRule.swift holds each to the Swift type.
# An identifier without a row is published without a pattern.
PATTERNS = {
    "AreaID": "^gm(?!0000)[0-9]{4}-(?!0000)[0-9]{4}$",
    "GrantPattern": r"^(?=.{7,160}$)(\*|[a-z0-9-]+)(/(\*|[a-z0-9-]+)){3}$",
    "LocalID": "^[A-Za-z0-9.-]{1,32}$",
    "OrganisationID": "^[a-z0-9.:-]{2,64}$",
    "PartnerID": "^[a-z0-9][a-z0-9-]{1,31}$",
    "PartnerKey": r"^[0-9a-zA-Z.:+=^!/*?&<>()\[\]{}@%$#-]{40}$",
    "RunID": "^gm(?!0000)[0-9]{4}-(?!0000)[0-9]{4}-t[1-9][0-9]{0,3}$",
    "SchemeID": "^[a-z0-9.-]{2,32}$",
}


class Schemas:
    """Makes the schemas of one document; what they share is collected in `definitions`."""

    def __init__(self, catalogue, prefix="#/definitions/"):
        self.catalogue, self.prefix = catalogue, prefix
        self.definitions = {}

    def of(self, type_name, scope=""):
        """The schema of a Swift type, without its optionality."""
        type_name = type_name.removesuffix("?").strip()
        if type_name.startswith("[") and type_name.endswith("]"):
            inner = type_name[1:-1]
            if ":" in inner:
                return {"type": "object", "additionalProperties": self.of(inner.split(":")[1].strip(), scope)}
            return {"type": "array", "items": self.of(inner, scope)}
        generic = re.fullmatch(r"Set<(.+)>", type_name)
        if generic:
            return {"type": "array", "items": self.of(generic.group(1), scope), "uniqueItems": True}
        if type_name in SCALARS and "description" not in SCALARS[type_name]:
            return dict(SCALARS[type_name])
        short = type_name.rpartition(".")[2]
        if type_name in SCALARS:
            self.definitions[short] = SCALARS[type_name]
            return {"$ref": self.prefix + short}
        swift = self.catalogue.resolve(type_name, scope)
        if swift is None:
            raise CatalogueError(f"the type {type_name} is unknown: add it to SCALARS in {os.path.basename(__file__)}.")
        if short not in self.definitions:
            self.definitions[short] = {}
            self.definitions[short] = self.named(swift)
        return {"$ref": self.prefix + short}

    def named(self, swift):
        if "Identifier" in swift.inherits:
            rule = swift.static("rule") or ""
            schema = {"type": "string", "description": rule[:1].upper() + rule[1:] + "."}
            if swift.name in PATTERNS:
                schema["pattern"] = PATTERNS[swift.name]
            return schema
        if swift.kind == "enum" and swift.cases:
            meanings = [f"`{raw}`: {doc}" for _, raw, doc in swift.cases if doc]
            return {
                "type": "string",
                "enum": [raw for _, raw, _ in swift.cases],
                "description": " ".join([swift.doc] + meanings),
            }
        if swift.kind == "struct" and swift.fields:
            return self.object(swift)
        raise CatalogueError(f"the type {swift.name} has no form in JSON that is known: see json_schema.py.")

    def object(self, swift):
        """The schema of a struct; a member that may be missing is not required, and unknown ones are welcome."""
        names = self.wire_names(swift)
        properties = {}
        for field in swift.fields:
            schema = self.of(field.type_name, swift.name)
            if "SHA-256" in field.doc and schema == {"type": "string"}:
                schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
            if "$ref" in schema:
                # Draft 07 ignores what stands beside a reference.
                schema = {"allOf": [schema]}
            properties[names[field.name]] = {**({"description": field.doc} if field.doc else {}), **schema}
        required = [names[field.name] for field in swift.fields if not field.type_name.endswith("?")]
        return {
            "type": "object",
            **({"description": swift.doc} if swift.doc else {}),
            "required": required,
            "properties": properties,
            "additionalProperties": True,
        }

    def wire_names(self, swift):
        keys = self.catalogue.types.get(f"{swift.name}.CodingKeys")
        renamed = {case: raw for case, raw, _ in keys.cases} if keys else {}
        return {field.name: renamed.get(field.name, field.name) for field in swift.fields}


def event_schema(catalogue, event):
    """The schema of an event's `data`."""
    schemas = Schemas(catalogue)
    body = schemas.object(event.swift)
    description = body.pop("description")
    document = {
        "$schema": DRAFT,
        "$id": BASE + event.file,
        "$comment": NOTE,
        "title": event.type,
        "description": f"{description} The event's `id` is a random UUID, its `time` the moment at which the service "
        "recorded it; the day in the world stands in these data.",
        # Not part of the data: where and to whom the event goes.
        "x-topic": event.topic,
        **({"x-dataclassification": event.data_class} if event.data_class else {}),
        **body,
    }
    if schemas.definitions:
        document["definitions"] = dict(sorted(schemas.definitions.items()))
    return document


UUID = {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}


def envelope_schema(catalogue):
    """The schema of the envelope: CloudEvents 1.0 under the NL GOV profile, as narrow as our services make it."""
    properties = {
        "specversion": {"const": "1.0", "description": "The version of CloudEvents."},
        "id": {**UUID, "description": "A random UUID, unique together with `source`."},
        "source": {
            "type": "string",
            "pattern": "^urn:nld:oin:[0-9]{20}:systeem:[a-z-]+$",
            "description": "The system that recorded the event, by the OIN of its organisation.",
        },
        "type": {
            "type": "string",
            "pattern": r"^nl\.kvo\.[a-z]+(-[a-z]+)*\.v[1-9][0-9]*$",
            "description": "What happened, with its version.",
        },
        "subject": {"type": "string", "minLength": 1, "description": "What it happened to."},
        "time": {
            "type": "string",
            "format": "date-time",
            "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z$",
            "description": "When the service recorded it, in UTC; the day in the world stands in `data`.",
        },
        "sequence": {
            "type": "string",
            "pattern": "^[0-9]{20}$",
            "description": "The place among the events of `source`; sorts as a text and as a number.",
        },
        "correlationid": {**UUID, "description": "The same for all that follows from one command."},
        "causationid": {**UUID, "description": "The command or event that led to it."},
        "datacontenttype": {"const": "application/json", "description": "The form of `data`."},
        "data": {"type": "object", "description": "The event's own members; see the schema of its type."},
        # It would say that `sequence` wraps at 32 bits.
        "sequencetype": False,
        "data_base64": False,
    }
    required = [name for name, schema in properties.items() if schema]
    if catalogue.data_classes:
        properties["dataclassification"] = {
            "enum": catalogue.data_classes,
            "description": catalogue.types["DataClass"].doc,
        }
        required.append("dataclassification")
    return {
        "$schema": DRAFT,
        "$id": BASE + "envelope.v1.json",
        "$comment": NOTE,
        "title": "The envelope of every event",
        "description": "CloudEvents 1.0.2 in JSON under the NL GOV profile 1.1; at most 65536 bytes.",
        "type": "object",
        "required": required,
        "properties": properties,
        # Further attributes may come; a JSON null counts as not there and our services never write it.
        "patternProperties": {
            "^(?!data$)[a-z0-9]{1,20}$": {
                "type": ["string", "boolean", "integer"],
                "minimum": -2147483648,
                "maximum": 2147483647,
            }
        },
        "additionalProperties": False,
    }
