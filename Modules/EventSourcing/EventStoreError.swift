package import FoundationEssentials

/// Tells why a store refused or could not do something.
package enum EventStoreError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Another writer was first.
    case wrongRevision(stream: StreamName, expected: Revision, actual: Revision)
    /// The event is already in the log.
    case duplicateEvent(UUID)
    /// A feed or channel, here named, has as many consumers as it may have.
    case tooManyConsumers(of: String)
    /// No envelope was kept under the number.
    case unknownEnvelope(Int64)
    /// A row does not match its checksum or cannot be read.
    case damaged(String)
    /// The store has been closed.
    case closed
    /// The database refused: disk full, no permission, locked by another program.
    case unavailable(String)

    /// The most consumers of a feed or channel, so that new names cannot fill the disk.
    package static let mostConsumers = 64

    package var description: String {
        switch self {
        case .wrongRevision(let stream, let expected, let actual):
            "\(stream) has changed: revision \(expected) was expected and it is at \(actual). Read it again and decide anew."
        case .duplicateEvent(let id):
            "event \(id.uuidString.lowercased()) is already in the log."
        case .tooManyConsumers(let feed):
            "\(feed) has \(Self.mostConsumers) consumers and takes no new name. Use a name that it knows."
        case .unknownEnvelope(let number):
            "there is no envelope \(number). Keep it before it is delivered."
        case .damaged(let what):
            "the store is damaged: \(what). Stop the service and restore a backup."
        case .closed:
            "the store is closed."
        case .unavailable(let why):
            "the store cannot be used: \(why)"
        }
    }
}
