package import FoundationEssentials

extension CloudEvent {
    /// The most bytes an event may have: what CloudEvents intermediaries must forward.
    package static let sizeLimit = 65_536

    private static let named: Set<String> = [
        "specversion", "id", "source", "type", "subject", "time", "sequence", "correlationid", "causationid",
        "dataclassification", "data",
    ]

    /// The structured JSON form.
    ///
    /// - Throws: ``CloudEventError`` when the event breaks a rule or is too large.
    package func json() throws -> Data { try bounded(JSON.encode(JSONValue.object(try members()))) }

    /// The structured JSON form with data that are JSON already, so that they need not be read and written again.
    ///
    /// - Parameter payload: A JSON value as ``JSON/encode(_:)`` writes it.
    /// - Returns: The same bytes as ``json()`` gives for an event with these data.
    /// - Throws: ``CloudEventError`` when the event breaks a rule or is too large.
    package func json(data payload: Data) throws -> Data {
        var members = try members()
        members["datacontenttype"] = members["datacontenttype"] ?? .string("application/json")
        // The keys stay sorted, as in every other JSON of ours.
        let before = try JSON.encode(JSONValue.object(members.filter { $0.key < "data" })).dropFirst().dropLast()
        let after = try JSON.encode(JSONValue.object(members.filter { $0.key > "data" })).dropFirst().dropLast()
        var bytes = Data("{".utf8)
        if !before.isEmpty { bytes += before + Data(",".utf8) }
        bytes += Data("\"data\":".utf8) + payload + Data(",".utf8) + after + Data("}".utf8)
        return try bounded(bytes)
    }

    private func bounded(_ bytes: Data) throws -> Data {
        guard bytes.count <= Self.sizeLimit else {
            throw CloudEventError.tooLarge(bytes: bytes.count, limit: Self.sizeLimit)
        }
        return bytes
    }

    private func members() throws -> [String: JSONValue] {
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
        members["dataclassification"] = dataClass.map(JSONValue.string)
        if let data {
            members["datacontenttype"] = members["datacontenttype"] ?? .string("application/json")
            members["data"] = data
        }
        return members
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
        dataClass = try text("dataclassification")
        data = members["data"]
        extensions = members.filter { !Self.named.contains($0.key) }
        // The usual form of data is written without being asked for.
        if data != nil, extensions["datacontenttype"] == .string("application/json") {
            extensions["datacontenttype"] = nil
        }
        try check()
    }

    private func check() throws(CloudEventError) {
        for (name, value) in [("id", id), ("source", source), ("type", type)] where value.isEmpty {
            throw .missing(name)
        }
        guard source.utf8.allSatisfy(Self.isAllowedInURI) else {
            throw .invalid(attribute: "source", why: "must be a URI reference, without blanks")
        }
        guard subject != "" else { throw .invalid(attribute: "subject", why: "must not be empty") }
        if let time, !InternetTime.isValid(time) {
            throw .invalid(attribute: "time", why: "must be an RFC 3339 time such as 2026-11-23T20:45:00Z")
        }
        if let format = extensions["datacontenttype"], data != nil, !Self.isJSON(format) {
            throw .invalid(attribute: "datacontenttype", why: "must be application/json beside data")
        }
        if let bytes = extensions["data_base64"], bytes.text.flatMap({ Data(base64Encoded: $0) }) == nil {
            throw .invalid(attribute: "data_base64", why: "must be base64")
        }
        for (name, value) in extensions {
            guard !name.isEmpty, name.count <= 20,
                name.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) })
                    || name == "data_base64"
            else { throw .invalid(attribute: name, why: "must have 1 to 20 letters a to z and digits") }
            switch value {
            case .string, .bool: break
            case .integer(let number) where Int32(exactly: number) != nil: break
            default: throw .invalid(attribute: name, why: "must be a text, a boolean or a 32-bit integer")
            }
        }
    }

    /// The characters of RFC 3986.
    private static func isAllowedInURI(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
            || "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
    }

    private static func isJSON(_ format: JSONValue) -> Bool {
        guard let name = format.text?.prefix(while: { $0 != ";" && $0 != " " }).lowercased() else { return false }
        return name == "application/json" || name.hasSuffix("+json") || name == "text/json"
    }
}
