"""The published events as the Swift sources declare them."""

import re

from .swift_source import read_types

SOURCES = ["Modules/Contracts", "Modules/Scheme", "Modules/Bus/Wire", "Modules/CloudEvents"]


class CatalogueError(Exception):
    """Says what the sources lack, and what to do."""


class Event:
    """A published event."""

    def __init__(self, swift, stream, name, data_class):
        self.swift, self.stream, self.name, self.data_class = swift, stream, name, data_class
        self.version = 1

    @property
    def type(self):
        return f"nl.kvo.{self.name}.v{self.version}"

    @property
    def file(self):
        """The name of its schema and of its example."""
        return f"{self.name}.v{self.version}.json"

    @property
    def has_area(self):
        """Whether it concerns areas; without one its topic has a hyphen for municipality and area."""
        return any(field.name in ("area", "areas") for field in self.swift.fields)

    @property
    def topic(self):
        place = "{gemeente}/{gebied}" if self.has_area else "-/-"
        return f"e/{self.stream}/{place}/{self.name}/"

    @property
    def subject(self):
        """The form of its subject, with the members in braces."""
        found = re.search(r'var subject: String \{ (?:return )?"(.*)" \}', self.swift.text)
        return re.sub(r"\\\(([\w.]+)\)", r"{\1}", found.group(1)) if found else None


class Catalogue:
    """The events in the order of Contracts/EventCatalogue.swift, with all types that they use."""

    def __init__(self, root):
        self.types = read_types(root, SOURCES)
        catalogue = self.types.get("EventCatalogue")
        if catalogue is None:
            raise CatalogueError("Modules/Contracts has no EventCatalogue: the events cannot be listed.")
        self.data_classes = [raw for _, raw, _ in self.types["DataClass"].cases] if "DataClass" in self.types else []
        self.streams = []
        self.events = []
        lists = re.findall(r"static let (\w+): \[any EventContract\.Type\] = \[(.*?)\]", catalogue.text, re.S)
        for stream, members in lists:
            self.streams.append((stream, self.types["EventCatalogue"]))
            for swift_name in re.findall(r"(\w+)\.self", members):
                self.events.append(self.event(swift_name, stream))
        if not self.events:
            raise CatalogueError("no list of events was found in Modules/Contracts/EventCatalogue.swift.")
        self.version = self.types["ProductVersion"].static("text")

    def event(self, swift_name, stream):
        swift = self.types.get(swift_name)
        name = swift and swift.static("name")
        if not name:
            raise CatalogueError(f"the event {swift_name} of EventCatalogue has no struct with a static name.")
        return Event(swift, stream, name, self.data_class(swift))

    def data_class(self, swift):
        """The data class that the event declares, or one of its protocols for it; None while there are none."""
        if not self.data_classes:
            return None
        for type_name in [swift.name] + swift.inherits + ["EventContract"]:
            value = self.types[type_name].static("dataClass") if type_name in self.types else None
            found = re.search(r"\.?(\w+)$", value.strip()) if value and "get" not in value else None
            for case, raw, _ in self.types["DataClass"].cases:
                if found and case == found.group(1):
                    return raw
        raise CatalogueError(f"the event {swift.name} declares no dataClass: give it one of {self.data_classes}.")

    def resolve(self, type_name, scope=""):
        """The type that a name means within a scope."""
        while True:
            full = f"{scope}.{type_name}" if scope else type_name
            if full in self.types:
                return self.types[full]
            if not scope:
                return None
            scope = scope.rpartition(".")[0]
