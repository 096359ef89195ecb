import EventSourcing
import FoundationEssentials
import GRDB

/// Reads and changes the store on one connection; the reading connections refuse its changes.
///
/// It remembers nothing that a savepoint takes back.
final class SQLiteTransaction {
    private let database: Database
    /// Whether anything was changed and not taken back.
    private(set) var hasChanged = false
    /// What is needed again and again, as it is now; empty once a savepoint took something back.
    var known = KnownRows()

    init(_ database: Database) { self.database = database }

    /// Whether SQLite still holds the transaction open; it ends one by itself after a full disk, for instance.
    var isActive: Bool { database.isInsideTransaction }

    /// What is said of a transaction that SQLite has ended by itself.
    static let lost = EventStoreError.unavailable(
        "the disk is full or failed, and nothing of this transaction was kept. Free some space and try again."
    )

    /// Takes back what `body` did when it throws.
    func inSavepoint<Result>(_ body: () throws -> Result) throws -> Result {
        let hadChanged = hasChanged
        // Of several with one name SQLite means the innermost.
        try execute("SAVEPOINT step")
        do {
            let result = try body()
            try execute("RELEASE step")
            return result
        } catch {
            if isActive {
                try execute("ROLLBACK TO step")
                try execute("RELEASE step")
                hasChanged = hadChanged
                known = KnownRows()
            }
            throw error
        }
    }

    /// The number that a table gave out last; SQLite keeps it also when rows are deleted.
    func lastNumber(of table: String) throws -> Int64 {
        guard isActive else { throw Self.lost }
        if let number = known.numbers[table] { return number }
        let number = try first("SELECT seq FROM sqlite_sequence WHERE name = ?", [table]) { row in
            try StoredRow(row, "the number last given out by \(table)").count(0)
        }
        known.numbers[table] = number ?? 0
        return number ?? 0
    }

    /// Remembers that a row was added under the number after the last.
    func gaveOut(_ number: Int64, of table: String) { known.numbers[table] = number }

    /// Runs a statement that changes something and returns how many rows it changed.
    @discardableResult
    func change(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
        try execute(sql, arguments)
        let count = database.changesCount
        if count > 0 { hasChanged = true }
        return count
    }

    /// Runs a statement; it is prepared once per connection.
    private func execute(_ sql: String, _ arguments: StatementArguments = []) throws {
        // Without a transaction SQLite would keep each statement by itself.
        guard isActive else { throw Self.lost }
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Shows each row of a query until `body` returns false.
    func each(_ sql: String, _ arguments: StatementArguments = [], _ body: (Row) throws -> Bool) throws {
        guard isActive else { throw Self.lost }
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
