import EventSourcing
import FoundationEssentials
import GRDB

/// Reads and changes the store on one connection; the reading connections refuse its changes.
///
/// It remembers nothing: what was taken back by a savepoint is taken back here too.
final class SQLiteTransaction {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Whether SQLite still holds the transaction open; it ends one by itself after a full disk, for instance.
    var isActive: Bool { database.isInsideTransaction }

    /// Takes back what `body` did when it throws.
    func inSavepoint<Result>(_ body: () throws -> Result) throws -> Result {
        try change("SAVEPOINT step")
        do {
            let result = try body()
            try change("RELEASE step")
            return result
        } catch {
            if isActive {
                try change("ROLLBACK TO step")
                try change("RELEASE step")
            }
            throw error
        }
    }

    /// The number that a table gave out last; SQLite keeps it also when rows are deleted.
    func lastNumber(of table: String) throws -> Int64 {
        try first("SELECT seq FROM sqlite_sequence WHERE name = ?", [table]) { row in
            try StoredRow(row, "the number last given out by \(table)").count(0)
        } ?? 0
    }

    /// Runs a statement that changes something; it is prepared once per connection.
    func change(_ sql: String, _ arguments: StatementArguments = []) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Shows each row of a query until `body` returns false.
    func each(_ sql: String, _ arguments: StatementArguments = [], _ body: (Row) throws -> Bool) throws {
        let rows = try Row.fetchCursor(try database.cachedStatement(sql: sql), arguments: arguments)
        while let row = try rows.next() {
            guard try body(row) else { return }
        }
    }

    /// The first row of a query, turned into a value.
    func first<Value>(
        _ sql: String,
        _ arguments: StatementArguments = [],
        _ read: (Row) throws -> Value
    ) throws -> Value? {
        var value: Value?
        try each(sql, arguments) { row in
            value = try read(row)
            return false
        }
        return value
    }

    /// Returns a text that SQLite keeps whole; it would end one at its first NUL.
    func whole(_ text: String) throws(EventStoreError) -> String {
        guard !text.utf8.contains(0) else {
            throw .unavailable("a text with a NUL character cannot be kept: \(text.debugDescription). Leave it out.")
        }
        return text
    }
}
