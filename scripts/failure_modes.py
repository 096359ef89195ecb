#!/usr/bin/env python3
"""Holds docs/failure-modes.md to the tests that there are: failure_modes.py [--check | --tests] [ROOT]

The page names a test as `Target/File`: "its sentence", a house rule as rule `name`, and a check that is run by hand as
`make target`. Exits 1 when one of them does not exist, when a target of Tests/ that the page names is not there, and when
a row of the tables names nothing without saying "not tested". With --tests it lists all tests in the page's form.
Needs the standard library only.
"""

import os
import re
import sys

PAGE = "docs/failure-modes.md"
TEST = re.compile(r'@Test\(\s*"((?:[^"\\]|\\.)*)"|func `([^`]+)`')
REFERENCE = re.compile(r'`([A-Za-z]+/[A-Za-z+]+)`((?:[:,] "[^"]+")+)')
SENTENCE = re.compile(r'"([^"]+)"')
RULE = re.compile(r"rule `([a-z-]+)`")
TARGET = re.compile(r"`make ([a-z-]+)`")


def plain(text):
    """The text of a Swift literal, with quotation marks as a page has them."""
    text = re.sub(r"\\u\{([0-9a-fA-F]+)\}", lambda found: chr(int(found[1], 16)), text)
    text = re.sub(r"\\(.)", r"\1", text)
    return text.replace("\u2019", "'").replace("\u201c", '"').replace("\u201d", '"')


def tests(root):
    """The sentences of all tests, by `Target/File`."""
    found = {}
    for folder, folders, files in os.walk(os.path.join(root, "Tests")):
        folders.sort()
        for name in sorted(files):
            if name.endswith(".swift"):
                path = os.path.join(folder, name)
                target = os.path.relpath(path, os.path.join(root, "Tests")).split(os.sep)[0]
                with open(path, encoding="utf-8") as source:
                    sentences = {plain(literal or quoted) for literal, quoted in TEST.findall(source.read())}
                if sentences:
                    found.setdefault(f"{target}/{name[:-6]}", set()).update(sentences)
    return found


def words(path, pattern):
    with open(path, encoding="utf-8") as source:
        return set(re.findall(pattern, source.read(), re.MULTILINE))


def findings(root):
    known = tests(root)
    rules = words(os.path.join(root, "scripts/house_rules.py"), r'^ {4}"([a-z-]+)":')
    targets = words(os.path.join(root, "Makefile"), r"^([a-z-]+):")
    with open(os.path.join(root, PAGE), encoding="utf-8") as source:
        lines = source.read().replace("\u2019", "'").split("\n")
    for number, line in enumerate(lines, 1):
        references = REFERENCE.findall(line)
        for place, sentences in references:
            for sentence in SENTENCE.findall(sentences):
                if place not in known:
                    yield number, f"there are no tests in Tests/{place}.swift"
                elif sentence not in known[place]:
                    yield number, f"Tests/{place}.swift has no test \"{sentence}\""
        yield from ((number, f"there is no house rule {name}") for name in RULE.findall(line) if name not in rules)
        yield from ((number, f"there is no target make {name}") for name in TARGET.findall(line) if name not in targets)
        # A reference with another spelling would be passed over.
        if len(re.findall(r"`[A-Za-z]+Tests/", line)) != len(references):
            yield number, 'a test is named as `Target/File`: "its sentence"'
        is_row = line.startswith("| ") and not line.startswith("| failure |")
        if is_row and not (references or RULE.search(line) or TARGET.search(line) or "not tested" in line):
            yield number, 'the row names no test; name one or say "not tested"'


def main(arguments):
    options = [argument for argument in arguments if argument.startswith("--")]
    roots = [argument for argument in arguments if not argument.startswith("--")]
    if len(roots) > 1 or not set(options) <= {"--check", "--tests"}:
        sys.exit(__doc__)
    root = roots[0] if roots else os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
    if "--tests" in options:
        for place, sentences in sorted(tests(root).items()):
            for sentence in sorted(sentences):
                print(f'`{place}`: "{sentence}"')
        return 0
    status = 0
    for number, message in findings(root):
        print(f"{PAGE}:{number}: failure-modes: {message}")
        status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
