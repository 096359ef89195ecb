import CloudEvents
package import EventSourcing
package import Scheme

extension StoreReader {
    /// All documents of a collection, read as a type.
    package func all<Value: Decodable>(_ type: Value.Type, in collection: DocumentCollection) throws -> [Value] {
        try documents(in: collection, prefix: "").map { try JSON.decode(type, from: $0.body) }
    }

    /// The documents of a collection whose keys are runs: of all runs, or of one.
    package func all<Value: Decodable>(
        _ type: Value.Type,
        of run: RunID?,
        in collection: DocumentCollection
    ) throws -> [Value] {
        guard let run else { return try all(type, in: collection) }
        return try document(run.text, in: collection).map { [try JSON.decode(type, from: $0)] } ?? []
    }
}
