package import CloudEvents

/// The answer to a command or a query; kept with a command's effect.
package enum CommandReply: Hashable, Sendable {
    /// It happened.
    case done(Done)
    /// It did not, and nothing has changed.
    case refused(Refused)

    /// What a command did.
    package struct Done: Codable, Hashable, Sendable {
        /// The stream that changed, or `nil` for a query.
        package let stream: String?
        /// The stream's revision afterwards.
        package let revision: Int64?
        /// How many events it brought about, those that are not published included; 0 when all had been done already.
        package let changes: Int
        /// The types of the published events that it brought about, in order.
        package let events: [String]
        /// The end of the service's feed afterwards.
        package let mark: FeedMark?
        /// The command's or query's own answer.
        package let result: JSONValue?

        /// Makes a positive answer.
        package init(
            stream: String?,
            revision: Int64?,
            changes: Int = 0,
            events: [String],
            mark: FeedMark?,
            result: JSONValue?
        ) {
            self.stream = stream
            self.revision = revision
            self.changes = changes
            self.events = events
            self.mark = mark
            self.result = result
        }
    }

    /// Why a command was refused.
    package struct Refused: Codable, Hashable, Sendable {
        /// For programs.
        package let code: Code
        /// The gate that is closed, when it is one.
        package let gate: String?
        /// One sentence for a person.
        package let message: String
        /// The place in a delivered file, when the fault is there.
        package let place: FilePlace?

        /// Makes a refusal.
        package init(code: Code, gate: String? = nil, message: String, place: FilePlace? = nil) {
            self.code = code
            self.gate = gate
            self.message = message
            self.place = place
        }
    }

    /// The kinds of refusal.
    package enum Code: String, Codable, Hashable, Sendable {
        /// A rule of the scheme or the domain forbids it now.
        case refused
        /// The request cannot be read or names what does not exist.
        case invalid
        /// Another change came in between.
        case conflict
        /// The key was used for another command.
        case mismatch
        /// The deadline had passed.
        case expired
        /// The service does not know the command.
        case unknown
        /// The service cannot do it now; ask again later.
        case busy
        /// The service failed; its log says why.
        case failed
    }
}

extension CommandReply: Codable {
    private enum Key: String, CodingKey { case done, refused }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        if let refused = try container.decodeIfPresent(Refused.self, forKey: .refused) {
            self = .refused(refused)
        } else {
            self = .done(try container.decode(Done.self, forKey: .done))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .done(let done): try container.encode(done, forKey: .done)
        case .refused(let refused): try container.encode(refused, forKey: .refused)
        }
    }
}
