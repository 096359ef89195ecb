"""Tells whether a changed schema would break those who read the events by the schema before it."""


def resolved(schema, root):
    """A member's schema with its references followed, without what is for people only."""
    if "allOf" in schema:
        schema = {**schema, **schema["allOf"][0]}
    if "$ref" in schema:
        schema = root.get("definitions", {}).get(schema["$ref"].rpartition("/")[2], {})
    return schema


def breaks(before, after, place="data", roots=None):
    """What a reader of the former schema would stumble over, a sentence each; added members are none of it."""
    roots = roots or (before, after)
    before, after = resolved(before, roots[0]), resolved(after, roots[1])
    for word in ("type", "pattern", "enum"):
        if before.get(word) != after.get(word):
            yield f"{place} had {word} {before.get(word)} and has {after.get(word)}"
    members = after.get("properties", {})
    for name, member in before.get("properties", {}).items():
        inner = f"{place}.{name}"
        if name not in members:
            yield f"{inner} is gone"
        else:
            if name in before.get("required", []) and name not in after.get("required", []):
                yield f"{inner} may now be left out"
            yield from breaks(member, members[name], inner, roots)
    if "items" in before and "items" in after:
        yield from breaks(before["items"], after["items"], place + "[]", roots)
