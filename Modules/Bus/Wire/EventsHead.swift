/// What is told of an entry before the frame with its envelope.
struct EntryHead: Codable, Hashable, Sendable {
    let offset: Int64
    let topic: String
}

/// What stands before the payload frames of a batch.
///
/// It has up to 500 entries in every answer of a replay, and the general JSON coders would be a large part of the
/// work. What is written here is what they would write, byte for byte; what they would read otherwise is left to them.
struct EventsHead: Codable, Hashable, Sendable {
    let epoch: String
    let head: Int64
    let entries: [EntryHead]
}

extension EventsHead {
    /// The JSON, or `nil` when a text has characters that JSON escapes.
    var plainJSON: [UInt8]? {
        var json: [UInt8] = []
        json.reserveCapacity(100 + entries.reduce(0) { $0 + 48 + $1.topic.utf8.count })
        json += "{\"entries\":[".utf8
        for (index, entry) in entries.enumerated() {
            guard PlainText.isPlain(entry.topic) else { return nil }
            if index > 0 { json.append(UInt8(ascii: ",")) }
            json += "{\"offset\":".utf8
            PlainText.append(entry.offset, to: &json)
            json += ",\"topic\":\"".utf8
            json += entry.topic.utf8
            json += "\"}".utf8
        }
        guard PlainText.isPlain(epoch) else { return nil }
        json += "],\"epoch\":\"".utf8
        json += epoch.utf8
        json += "\",\"head\":".utf8
        PlainText.append(head, to: &json)
        json.append(UInt8(ascii: "}"))
        return json
    }

    /// Reads the form that ``plainJSON`` has, and nothing else.
    init?(plainJSON json: [UInt8]) {
        var rest = PlainText.Reader(json)
        var entries: [EntryHead] = []
        guard rest.take("{\"entries\":[") else { return nil }
        if !rest.take("]") {
            repeat {
                guard rest.take("{\"offset\":"), let offset = rest.number(), rest.take(",\"topic\":\""),
                    let topic = rest.text(), rest.take("}")
                else { return nil }
                entries.append(EntryHead(offset: offset, topic: topic))
            } while rest.take(",")
            guard rest.take("]") else { return nil }
        }
        guard rest.take(",\"epoch\":\""), let epoch = rest.text(), rest.take(",\"head\":"), let head = rest.number(),
            rest.take("}"), rest.isAtEnd
        else { return nil }
        self.init(epoch: epoch, head: head, entries: entries)
    }
}
