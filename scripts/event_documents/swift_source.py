"""Reads declarations out of Swift sources: types, stored members, raw values and the comments beside them.

It knows the one layout that `swift format` gives our sources (one declaration a line), not Swift.
"""

import os
import re

TYPE = re.compile(
    r"^(?:@\w+ )*(?:(?:package|public|private|fileprivate|internal|final|indirect) )*"
    r"(struct|enum|class|actor|protocol|extension) `?([\w.]+)`?(?:<[^>]*>)?\s*(?::\s*([^{]*?))?\s*(?:where [^{]*)?\{"
)
MEMBER = re.compile(
    r"^(?:(?:package|public|private|fileprivate|internal|private\(set\)) )*(?:let|var) `?(\w+)`?: ([^={]+?)\s*(?:=.*)?$"
)
CASE = re.compile(r"`?(\w+)`?(?: = \"([^\"]*)\")?")
STRING = re.compile(r'"(?:\\.|[^"\\])*"')


class SwiftType:
    """A type with what its declaration says; an extension's text is added to its type."""

    def __init__(self, name, kind):
        self.name, self.kind = name, kind
        self.inherits, self.doc, self.fields, self.cases, self.texts = [], "", [], [], []
        self.path = None

    @property
    def text(self):
        return "\n".join(self.texts)

    def static(self, name):
        """The text of a static member's value, without quotes when it is one string; None when it is not there."""
        found = re.search(
            r"static (?:let|var) " + name + r"\b(?:: [\w.\[\] ]+)?\s*(?:=\s*|\{\s*(?:return )?)([^\n}]+)", self.text
        )
        return found.group(1).strip().strip('"') if found else None


class Field:
    """A stored member: its name on the wire, its Swift type and its comment."""

    def __init__(self, name, type_name, doc):
        self.name, self.type_name, self.doc = name, type_name, doc


def words(doc_lines):
    """The text of a doc comment as one line a paragraph; `nil` is how Swift says that a member is left out."""
    text = re.sub(r"(?<=\S)\n(?=[^\n-])", " ", "\n".join(doc_lines)).strip()
    text = re.sub(r"``([^`]+)``", r"`\1`", text)
    return text.replace("`nil`", "left out")


def masked(line):
    """The line without what stands in its strings and after `//`."""
    line = STRING.sub('""', line)
    return line.split("//")[0]


def read_file(path, types):
    with open(path, encoding="utf-8") as source:
        lines = source.read().split("\n")
    depth, stack, doc, position = 0, [], [], 0
    while position < len(lines):
        line = lines[position].strip()
        position += 1
        if line.startswith("///"):
            doc.append(line[3:].removeprefix(" "))
            continue
        if line.startswith("//") or line.startswith("@"):
            continue
        code = masked(line)
        # A declaration's head or value may run on over the following lines.
        while re.match(r".*\b(struct|enum|extension)\b[^{]*$", code) and position < len(lines) and "{" not in code:
            line += " " + lines[position].strip()
            code = masked(line)
            position += 1
        while re.search(r"\bstatic (let|var)\b.*=$", code) and position < len(lines):
            line += " " + lines[position].strip()
            code = masked(line)
            position += 1
        declared = TYPE.match(code)
        if declared:
            kind, name, inherits = declared.groups()
            full = ".".join([scope.name for scope, _ in stack[-1:]] + [name])
            type_ = types.setdefault(full, SwiftType(full, kind))
            if kind != "extension":
                type_.kind, type_.doc, type_.path = kind, words(doc), path
            type_.inherits += [part.strip() for part in (inherits or "").split(",") if part.strip()]
            if code.count("{") > code.count("}"):
                stack.append((type_, depth))
        elif stack and depth == stack[-1][1] + 1:
            read_member(stack[-1][0], line, code, words(doc))
        if stack:
            stack[-1][0].texts.append(line)
        doc = []
        depth += code.count("{") - code.count("}")
        while stack and depth <= stack[-1][1]:
            stack.pop()


def read_member(type_, line, code, doc):
    if type_.kind == "enum" and code.startswith("case ") and "(" not in code:
        for part in line[len("case "):].split(","):
            found = CASE.match(part.strip())
            if found:
                type_.cases.append((found.group(1), found.group(2) or found.group(1), doc))
        return
    found = MEMBER.match(code)
    if found and type_.kind == "struct":
        type_.fields.append(Field(found.group(1), found.group(2).strip(), doc))


def read_types(root, folders):
    """All types of the Swift files below some folders, by their name with dots."""
    types = {}
    for folder in folders:
        for place, inner, names in os.walk(os.path.join(root, folder)):
            inner.sort()
            for name in sorted(names):
                if name.endswith(".swift"):
                    read_file(os.path.join(place, name), types)
    return types
