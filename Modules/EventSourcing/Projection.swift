/// How far a projection has come.
package struct ProjectionCheckpoint: Hashable, Sendable {
    /// The version of the projection's code that wrote its documents.
    package let version: Int
    /// The last event it applied.
    package let position: Position

    /// Makes a checkpoint.
    package init(version: Int, position: Position) {
        self.version = version
        self.position = position
    }
}

/// Folds the log into documents for reading.
///
/// It is applied in the transaction that appends, so its documents and checkpoint are never behind the log; when its
/// version changes, its documents are cleared and rebuilt from the first event.
package protocol Projection: Sendable {
    /// The name under which the checkpoint is kept.
    var name: String { get }
    /// To be raised with every change of what `apply` writes.
    var version: Int { get }
    /// The derived collections that this projection alone writes.
    var collections: [DocumentCollection] { get }
    /// Folds one event into the documents.
    func apply(_ event: RecordedEvent, in transaction: any StoreTransaction) throws
}

extension Projection {
    /// Applies newly appended events and moves the checkpoint, in the caller's transaction.
    package func follow(_ events: [RecordedEvent], in transaction: any StoreTransaction) throws {
        guard let last = events.last else { return }
        for event in events { try apply(event, in: transaction) }
        try transaction.setCheckpoint(
            ProjectionCheckpoint(version: version, position: last.position),
            of: name
        )
    }

    /// Brings the documents up to the log before the plug-in opens: resumes, or rebuilds after a change of version.
    ///
    /// - Parameters:
    ///   - store: The plug-in's store.
    ///   - batch: The number of events per transaction.
    /// - Throws: What the store or `apply` throws; what was applied until then stays.
    package func catchUp(in store: some EventStore, batch: Int = 500) async throws {
        try await store.write { transaction in
            guard try transaction.checkpoint(of: name)?.version != version else { return }
            for collection in collections { try transaction.clear(collection) }
            try transaction.setCheckpoint(ProjectionCheckpoint(version: version, position: .start), of: name)
        }
        var more = true
        while more {
            more = try await store.write { transaction in
                let position = try transaction.checkpoint(of: name)?.position ?? .start
                let events = try transaction.events(after: position, limit: batch)
                try follow(events, in: transaction)
                return events.count == batch
            }
        }
    }
}
