package import FoundationEssentials

extension CloudEvent {
    /// The most bytes an event may have: what CloudEvents intermediaries must forward.
    package static let sizeLimit = 65_536

    private static let named: Set<String> = [
        "specversion", "id", "source", "type", "subject", "time", "sequence", "correlationid", "causationid",
        "datacontenttype", "data",
    ]

    /// The structured JSON form.
    ///
    /// - Throws: ``CloudEventError`` when the event breaks a rule or is too large.
    package func json() throws -> Data {
        try check()
        var members = extensions
        members["specversion"] = .string("1.0")
        members["id"] = .string(id)
        members["source"] = .string(source)
        members["type"] = .string(type)
        members["subject"] = subject.map(JSONValue.string)
        members["time"] = time.map(JSONValue.string)
        members["sequence"] = sequence.map(JSONValue.string)
        members["correlationid"] = correlation.map(JSONValue.string)
        members["causationid"] = causation.map(JSONValue.string)
        if let data {
            members["datacontenttype"] = .string("application/json")
            members["data"] = data
        }
        let bytes = try JSON.encode(JSONValue.object(members))
        guard bytes.count <= Self.sizeLimit else {
            throw CloudEventError.tooLarge(bytes: bytes.count, limit: Self.sizeLimit)
        }
        return bytes
    }

    /// Reads the structured JSON form; an attribute that is `null` counts as not there.
    ///
    /// - Throws: ``CloudEventError``.
    package init(json: Data) throws(CloudEventError) {
        guard json.count <= Self.sizeLimit else { throw .tooLarge(bytes: json.count, limit: Self.sizeLimit) }
        let members: [String: JSONValue]
        do {
            members = try JSON.decode([String: JSONValue].self, from: json).filter { $0.value != .null }
        } catch {
            throw .notAnObject("it cannot be read as one")
        }
        func text(_ name: String) throws(CloudEventError) -> String? {
            guard let value = members[name] else { return nil }
            guard let text = value.text else { throw .invalid(attribute: name, why: "must be a text") }
            return text
        }
        guard try text("specversion") == "1.0" else { throw .invalid(attribute: "specversion", why: "must be 1.0") }
        guard let id = try text("id"), !id.isEmpty else { throw .missing("id") }
        guard let source = try text("source"), !source.isEmpty else { throw .missing("source") }
        guard let type = try text("type"), !type.isEmpty else { throw .missing("type") }
        guard members["data"] == nil || members["data_base64"] == nil else {
            throw .invalid(attribute: "data", why: "stands beside data_base64; only one of them may be there")
        }
        self.init(id: id, source: source, type: type)
        subject = try text("subject")
        time = try text("time")
        sequence = try text("sequence")
        correlation = try text("correlationid")
        causation = try text("causationid")
        data = members["data"]
        extensions = members.filter { !Self.named.contains($0.key) }
        try check()
    }

    private func check() throws(CloudEventError) {
        for (name, value) in [("id", id), ("source", source), ("type", type)] where value.isEmpty {
            throw .missing(name)
        }
        guard !source.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
            throw .invalid(attribute: "source", why: "must be a URI reference without blanks")
        }
        guard subject != "" else { throw .invalid(attribute: "subject", why: "must not be empty") }
        if let time, (try? Date(time, strategy: .iso8601)) == nil,
            (try? Date(time, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))) == nil
        {
            throw .invalid(attribute: "time", why: "must be an RFC 3339 time such as 2026-11-23T20:45:00Z")
        }
        for (name, value) in extensions {
            guard !name.isEmpty, name.count <= 20,
                name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }) || name == "data_base64"
            else { throw .invalid(attribute: name, why: "must have 1 to 20 letters a to z and digits") }
            switch value {
            case .string, .bool: break
            case .integer(let number) where Int32(exactly: number) != nil: break
            default: throw .invalid(attribute: name, why: "must be a text, a boolean or a 32-bit integer")
            }
        }
    }
}
