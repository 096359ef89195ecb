import CloudEvents
import EventSourcing
import FoundationEssentials
import PluginKit
import Scheme

/// A remark or proof about a measure: free text that may name somebody, so it stays out of every event.
struct PrivateNote: Codable, Hashable {
    /// What the text is.
    enum Kind: String, Codable {
        case progress
        case proof
    }

    /// Where the notes are kept; each can be deleted without touching the log.
    static let collection = DocumentCollection("planning.note", .personal)
    /// The most bytes of a note in UTF-8.
    static let limit = 4000

    /// What the text is.
    let kind: Kind
    /// The text as it was given.
    let text: String
    /// The day that it is about.
    let on: CalendarDate

    /// Makes a note; `nil` when nothing was said.
    init?(kind: Kind, _ text: String?, on day: CalendarDate) throws {
        guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
        guard text.utf8.count <= Self.limit else {
            throw InvalidInput("the note has \(text.utf8.count) bytes and may have \(Self.limit); shorten it.")
        }
        (self.kind, self.text, on) = (kind, text, day)
    }

    /// Keeps the note under the run, the measure and the command that brought it.
    func keep(of measure: LocalID, in run: RunID, _ work: PluginWork) throws {
        let key = "\(run)/\(measure)/\(work.metadata.causation.uuidString.lowercased())"
        try work.transaction.put(try JSON.encode(self), at: key, in: Self.collection)
    }
}
