"""Events with one fault each, so that the checks are seen to be able to fail."""

import copy


def altered(event, **members):
    changed = copy.deepcopy(event)
    for name, value in members.items():
        if value is ...:
            del changed[name]
        else:
            changed[name] = value
    return changed


def without_member(event):
    changed = copy.deepcopy(event)
    del changed["data"][next(iter(changed["data"]))]
    return changed


def wrong_events(good):
    """What is wrong, the event, and the rules that must notice it; `schema` is its own or the envelope's."""
    return [
        ("specversion 9", altered(good, specversion="9"), {"specversion"}),
        ("an attribute Bad_Name", altered(good, Bad_Name="x"), {"attribute-name"}),
        ("data beside data_base64", altered(good, data_base64="Zm9v"), {"one-data"}),
        ("a time that is not RFC 3339", altered(good, time="23-11-2026 20:45"), {"time-rfc3339"}),
        ("an empty id", altered(good, id=""), {"required"}),
        ("no type", altered(good, type=...), {"required"}),
        ("a source with a blank", altered(good, source="urn:nld:oin:0000 0099"), {"source-nld"}),
        ("an extension that is an object", altered(good, extra={"a": 1}), {"attribute-value"}),
        ("an integer over 32 bits", altered(good, extra=2**40), {"attribute-value"}),
        ("a subject that is null", altered(good, subject=None), {"no-null"}),
        ("a sequencetype", altered(good, sequencetype="Integer"), {"no-sequencetype"}),
        ("a sequence of 19 digits", altered(good, sequence="0" * 19), {"sequence-20-digits"}),
        ("a type with two versions", altered(good, type="nl.kvo.v1.iets.v2"), {"type-version"}),
        ("a type without a version", altered(good, type="nl.kvo.iets"), {"type-version"}),
        ("a type that is no reverse domain name", altered(good, type="Certificaat verleend.v1"), {"type-reverse-dns"}),
        ("more than 64 KiB", altered(good, subject="x" * 65_536), {"size"}),
        ("an unknown data class", altered(good, dataclassification="geheim"), {"schema", "data-class"}),
        ("data without a required member", without_member(good), {"schema"}),
        ("data that are a list", altered(good, data=[]), {"data-object"}),
    ]
