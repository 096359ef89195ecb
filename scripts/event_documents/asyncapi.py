"""docs/asyncapi.yaml: the bus as an AsyncAPI 3.0 document.

AsyncAPI has no binding for ZeroMQ, so `x-zmtp` says what one would.
"""

import re

from .json_schema import Schemas

# What each verb is for, and the reply to it; their JSON is declared in Modules/Bus/Wire.
VERBS = {
    "HELLO": ("Introduces a consumer and tells it how far the feed goes.", "WELCOME"),
    "FETCH": ("Asks for the events after an offset; held until there are any or `waitMs` is over.", "EVENTS"),
    "ACK": ("Says how far the consumer has come; for operators and retention, never for redelivery.", "OK"),
    "SNAPSHOT": (
        "Asks for the newest event of each subject as of an offset, a page at a time: the way back in for a consumer "
        "to whom the feed no longer reaches back.",
        "SNAP",
    ),
    "PARKED": ("Reports an event that the consumer could not handle.", "OK"),
}
# Replies after whose JSON the events come, one frame for each of the entries.
BATCHES = ["EVENTS", "SNAP"]

DESCRIPTION = """Events of the safety label KVO (Keurmerk Veilig Ondernemen), and how a partner's system gets them.

The feed is complete: a consumer asks for the events after the offset that it has. The live channel is faster and may lose any message. Everything an event means is in events.md; how to follow a feed is in partner-guide.md. A server is one door: each partner has its own, with its own two ports and keys, and each service has one on its own host."""

LIVE_HEADER = [
    ["0-1", "the letters VB"],
    ["2", "version, 1"],
    ["3", "kind: E event, H heartbeat, S answer to a barrier"],
    ["4-19", "epoch, a UUID"],
    ["20-27", "offset; 0 when there is no event"],
    ["28-35", "head, the newest offset"],
    ["36-43", "sent, microseconds since 1970"],
    ["44-47", "flags, 0"],
    ["48-51", "CRC-32C of the third frame"],
]
LIVE_FRAMES = ["topic", "header, 52 bytes big endian: see x-zmtp-header", "event, CloudEvents JSON"]
REQUEST_FRAMES = ["FB1", "request id, at most 16 bytes", "verb", "JSON"]
REPLY_FRAMES = ["FB1", "request id of the request", "verb", "JSON"]


def door(side, socket, peer, frames):
    """A partner's own socket at the gateway."""
    return {
        "host": "{host}:{port}",
        "protocol": "zmtp",
        "protocolVersion": "3.1",
        "description": f"A partner's {side} socket at its own door of the gateway.",
        "variables": {
            "host": {"description": "The gateway's host, as its operator gives it."},
            "port": {"description": f"The TCP port of the partner's {side} socket, as its operator gives it."},
        },
        "security": [{"$ref": "#/components/securitySchemes/curve"}],
        "x-zmtp": {
            "socket": socket,
            "connectWith": peer,
            "mechanism": "CURVE",
            "zapDomain": f"{side}/<partner>",
            "maxFrameToTheDoor": 65536,
            "frames": frames,
        },
    }


def local(side, socket, peer, frames, streams):
    """A service's socket on its own host."""
    return {
        "host": "{folder}",
        "pathname": f"/{{service}}.{side}",
        "protocol": "zmtp",
        "protocolVersion": "3.1",
        "description": f"A service's {side} socket on its own host, for the operator's own systems.",
        "variables": {
            "folder": {"description": "The folder of the service's `sockets` setting.", "default": "/run/keurmerk"},
            "service": {"description": "The service that publishes.", "enum": streams},
        },
        "x-zmtp": {
            "socket": socket,
            "connectWith": peer,
            "mechanism": "NULL",
            "transport": "ipc",
            "maxFrameToTheDoor": 65536,
            "frames": frames,
        },
    }


def title(name):
    return "".join(part.capitalize() for part in name.split("-"))


def parameters(event):
    if not event.has_area:
        return {}
    return {"parameters": {"gemeente": {"$ref": "#/components/parameters/gemeente"},
                           "gebied": {"$ref": "#/components/parameters/gebied"}}}


def declared_verbs(catalogue):
    """The Swift type of the JSON of each request and reply that the code reads, by its verb."""
    found = {}
    for name in ("FeedRequest", "FeedReply"):
        text = catalogue.types[name].text
        for verb, type_name in re.findall(r'case "([A-Z]+)": [^\n]*?JSON\.decode\((\w+)\.self', text):
            found[verb] = f"{name}.{type_name}"
        # A batch is read by a function of its own, which decodes what stands before the events.
        for verb, function in re.findall(r'case "([A-Z]+)": Self\.(\w+)\(json', text):
            decoded = re.search(r"func " + function + r"\(_ json.*?JSON\.decode\((\w+)\.self", text, re.S)
            if decoded:
                found[verb] = f"{name}.{decoded.group(1)}"
    return found


def message(verb, swift_name, catalogue, schemas, direction):
    """A request's or reply's JSON frame."""
    swift = catalogue.types.get(swift_name) if swift_name else None
    payload = schemas.object(swift) if swift else {"type": "object"}
    # `EventsHead` is the JSON of `Events`, which is where its members are described.
    described = catalogue.types.get((swift_name or "").removesuffix("Head"))
    for field in described.fields if described else []:
        if field.name in payload.get("properties", {}):
            payload["properties"][field.name] = {"description": field.doc, **payload["properties"][field.name]}
    frames = REQUEST_FRAMES if direction == "request" else REPLY_FRAMES
    if verb in BATCHES:
        frames = frames + ["CloudEvents JSON, one frame for each of the entries"]
    return {
        "name": verb,
        "title": f"{verb} ({direction})",
        "contentType": "application/json",
        "payload": payload,
        "x-zmtp": {"frames": [verb if frame == "verb" else frame for frame in frames]},
    }


def document(catalogue, readers):
    """The whole document, as dictionaries and lists."""
    schemas = Schemas(catalogue, "#/components/schemas/")
    streams = [stream for stream, _ in catalogue.streams]
    channels, operations, messages = {}, {}, {}
    live = [{"$ref": "#/servers/partnerLive"}, {"$ref": "#/servers/serviceLive"}]
    for event in catalogue.events:
        name = title(event.name)
        messages[name] = {
            "name": event.type,
            "title": readers[event.name]["english"],
            "summary": event.swift.doc,
            "contentType": "application/cloudevents+json",
            "payload": {
                "allOf": [
                    {"$ref": "./schemas/envelope.v1.json"},
                    {
                        "type": "object",
                        "properties": {
                            "type": {"const": event.type},
                            "data": {"$ref": f"./schemas/{event.file}"},
                        },
                    },
                ]
            },
            "externalDocs": {"url": f"./events.md#{event.name}"},
        }
        if event.data_class:
            messages[name]["payload"]["allOf"][1]["properties"]["dataclassification"] = {"const": event.data_class}
        channels[name] = {
            "address": event.topic,
            "title": readers[event.name]["english"],
            "description": event.swift.doc,
            "servers": live,
            **parameters(event),
            "messages": {name: {"$ref": f"#/components/messages/{name}"}},
        }
        operations[f"publish{name}"] = {
            "action": "send",
            "channel": {"$ref": f"#/channels/{name}"},
            "summary": readers[event.name]["readers"],
            "messages": [{"$ref": f"#/channels/{name}/messages/{name}"}],
        }
    channels["heartbeat"] = {
        "address": "!hb",
        "description": "A sign of life each second; kind H, offset 0, an empty third frame. Its header has the head.",
        "servers": live,
        "messages": {"heartbeat": {"$ref": "#/components/messages/heartbeat"}},
    }
    operations["publishHeartbeat"] = {
        "action": "send",
        "channel": {"$ref": "#/channels/heartbeat"},
        "messages": [{"$ref": "#/channels/heartbeat/messages/heartbeat"}],
    }
    messages["heartbeat"] = {
        "name": "heartbeat",
        "summary": "Three frames, the third of them empty.",
        "payload": {"const": ""},
    }
    feed(catalogue, schemas, channels, operations, messages)
    components = {
        "messages": messages,
        "schemas": dict(sorted(schemas.definitions.items())),
        "parameters": {
            "gemeente": {"description": "The municipality, gm and its CBS code, such as gm1581."},
            "gebied": {"description": "The area, such as gm1581-0007."},
        },
        "securitySchemes": {
            "curve": {
                "type": "asymmetricEncryption",
                "description": "CURVE of ZMTP: the partner's public key is given to the operator, the door's public "
                "key to the partner, both out of band. An unknown key is refused and never gets a byte.",
            }
        },
    }
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Keurmerk events",
            "version": catalogue.version,
            "description": DESCRIPTION,
            "externalDocs": {"url": "./events.md", "description": "The events for people"},
        },
        "defaultContentType": "application/cloudevents+json",
        "servers": {
            "partnerLive": door("live", "XPUB", "SUB", LIVE_FRAMES),
            "partnerFeed": door("feed", "ROUTER", "DEALER or REQ", REQUEST_FRAMES),
            "serviceLive": local("live", "XPUB", "SUB", LIVE_FRAMES, streams),
            "serviceFeed": local("feed", "ROUTER", "DEALER or REQ", REQUEST_FRAMES, streams),
        },
        "channels": channels,
        "operations": operations,
        "components": components,
        "x-zmtp-header": [{"bytes": place, "field": field} for place, field in LIVE_HEADER],
    }


def feed(catalogue, schemas, channels, operations, messages):
    """The requests to the feed and the replies."""
    declared = declared_verbs(catalogue)
    names = {}
    for verb, (_, reply) in VERBS.items():
        names[verb] = message(verb, declared.get(verb), catalogue, schemas, "request")
        names[reply] = message(reply, declared.get(reply), catalogue, schemas, "reply")
    names["ERR"] = message("ERR", declared["ERR"], catalogue, schemas, "reply")
    messages.update(names)
    channels["feed"] = {
        "address": None,
        "description": "Requests to a feed and the replies; a REQ socket puts an empty frame in front, a DEALER does "
        "not. At most one FETCH at a time: a second one takes the place of the first.",
        "servers": [{"$ref": "#/servers/partnerFeed"}, {"$ref": "#/servers/serviceFeed"}],
        "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in names},
    }
    for verb, (summary, reply) in VERBS.items():
        operation = {
            "action": "receive",
            "channel": {"$ref": "#/channels/feed"},
            "summary": summary,
            "messages": [{"$ref": f"#/channels/feed/messages/{verb}"}],
            "reply": {
                "channel": {"$ref": "#/channels/feed"},
                "messages": [{"$ref": f"#/channels/feed/messages/{answer}"} for answer in (reply, "ERR")],
            },
        }
        if verb not in declared:
            operation["description"] = "Reserved: this version does not know the verb and answers ERR bad-request."
            operation["x-reserved"] = True
        operations[verb.lower()] = operation
