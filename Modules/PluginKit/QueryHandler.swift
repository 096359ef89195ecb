package import CloudEvents
package import Contracts
package import EventSourcing

/// Answers one kind of query.
package struct QueryHandler: Sendable {
    /// The query's name on the wire.
    package let name: String
    /// Reads the body and answers from the store.
    package let answer: @Sendable (JSONValue, any StoreReader) throws -> JSONValue

    /// Makes a handler.
    package init<Query: QueryContract>(
        _ query: Query.Type,
        _ body: @escaping @Sendable (Query, any StoreReader) throws -> Query.Answer
    ) {
        name = Query.name
        answer = { json, reader in
            try JSON.value(of: try body(try InvalidInput.reading(Query.self, from: json), reader))
        }
    }
}
