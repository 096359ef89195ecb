import EventSourcing
import FoundationEssentials
import SQLiteEventStore
import TestSupport
import Testing

/// All that a store gives back through its reading side.
struct StoreContent: Equatable {
    /// The whole log.
    let log: [RecordedEvent]
    /// The log again, stream by stream: read over an index of its own.
    let streams: [[RecordedEvent]]
    /// The whole feed.
    let feed: [FeedEntry]
    /// Documents, cursors and answers, which carry no checksum in the file.
    let notes: [String]

    /// Reads everything.
    static func of(_ store: SQLiteEventStore) async throws -> StoreContent {
        try await store.read { reader in
            StoreContent(
                log: try reader.events(after: .start, limit: .max),
                streams: try [.park, .shops].map { try reader.events(in: $0, after: .none) },
                feed: try reader.feed(after: .start, limit: .max, maxBytes: .max),
                notes: try notes(reader)
            )
        }
    }

    private static func notes(_ reader: any StoreReader) throws -> [String] {
        var notes: [String] = []
        for collection in [DocumentCollection.derived, .kept, .personal] {
            for document in try reader.documents(in: collection, prefix: "") {
                notes.append("\(collection.name) \(document.key) \(String(decoding: document.body, as: UTF8.self))")
            }
        }
        let cursor = try reader.cursor(in: "registry")
        notes.append("cursor \(String(describing: cursor?.epoch)) \(cursor?.offset.value ?? -1)")
        notes.append("acknowledged \(try reader.acknowledgements().mapValues(\.value).sorted { $0.key < $1.key })")
        notes.append(
            "reply \(try reader.reply(for: command).map { String(decoding: $0.body, as: UTF8.self) } ?? "none")"
        )
        notes.append("received \(try reader.hasReceived(id: "event-1", from: "registry"))")
        notes.append("checkpoint \(String(describing: try reader.checkpoint(of: "areas")))")
        return notes
    }

    fileprivate static let command = UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
}

extension DocumentCollection {
    fileprivate static let derived = DocumentCollection("areas", .derived)
    fileprivate static let kept = DocumentCollection("files", .kept)
    fileprivate static let personal = DocumentCollection("people", .personal)
}

extension SQLiteEventStore {
    /// Appends one event, publishes it, and keeps a note of each kind, in one commit.
    func doSomething(_ number: Int) async throws {
        try await write { transaction in
            let stream = number % 3 == 0 ? StreamName.shops : .park
            _ = try transaction.append([.sample("payload-\(number)")], to: stream, expecting: .any)
            try transaction.publish(topic: "e/registry/gm0344/") { Data("body-\(number) at \($0.value)".utf8) }
            for collection in [DocumentCollection.derived, .kept, .personal] {
                try transaction.put(Data("document-\(number)".utf8), at: "key-\(number)", in: collection)
            }
            try transaction.setCursor(
                FeedCursor(epoch: Epoch(StoreContent.command), offset: FeedOffset(Int64(number))),
                in: "registry"
            )
            try transaction.acknowledge(consumer: "planning", upTo: FeedOffset(Int64(number)))
            try transaction.markReceived(id: "event-\(number)", from: "registry")
            try transaction.setCheckpoint(
                ProjectionCheckpoint(version: 1, position: Position(Int64(number))),
                of: "areas"
            )
            let reply = StoredReply(requestDigest: Data([7]), body: Data("answer".utf8))
            try transaction.keepReply(reply, for: StoreContent.command)
        }
    }
}

/// What a store makes of its files.
enum Finding: Equatable {
    /// It was refused on opening or on reading, in these words.
    case refused(String)
    /// It opened, and this is what it holds.
    case held(StoreContent)

    /// Puts files in place, opens them, and reads everything that is there.
    ///
    /// - Throws: Any error that is no ``EventStoreError``: no harm to a file may cause one.
    static func of(_ files: StoreFiles) async throws -> Finding {
        try await withTemporaryDirectory { directory in
            let path = directory.file("store.sqlite")
            try files.write(to: directory.path)
            do {
                let store = try await SQLiteEventStore.open(at: path)
                do {
                    let content = try await StoreContent.of(store)
                    try await store.close()
                    return .held(content)
                } catch let error as EventStoreError {
                    try? await store.close()
                    return .refused(error.description)
                }
            } catch let error as EventStoreError {
                return .refused(error.description)
            }
        }
    }

    /// What is held, or `nil`.
    var content: StoreContent? {
        guard case .held(let content) = self else { return nil }
        return content
    }
}

/// The files of a store that nobody has open, to be harmed before they are opened.
struct StoreFiles {
    /// The bytes by the end of the name, without what is made anew at every opening.
    private var bytes: [String: Data] = [:]

    /// Takes the files out of a folder in which the store is `store.sqlite`.
    init(in folder: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasPrefix(Self.name) {
            let end = String(name.dropFirst(Self.name.count))
            guard end != "-shm", end != ".lock" else { continue }
            bytes[end] = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
        }
    }

    private static let name = "store.sqlite"

    /// The database itself.
    var file: Data {
        get { bytes[""] ?? Data() }
        set { bytes[""] = newValue }
    }

    /// The write-ahead log, empty when the store was closed.
    var journal: Data {
        get { bytes["-wal"] ?? Data() }
        set { bytes["-wal"] = newValue }
    }

    /// The mark, or `nil` when there is none.
    var mark: Data? {
        get { bytes[".mark"] }
        set { bytes[".mark"] = newValue }
    }

    /// Puts the files in a folder.
    func write(to folder: String) throws {
        for (end, data) in bytes { try data.write(to: URL(filePath: "\(folder)/\(Self.name)\(end)")) }
    }
}
