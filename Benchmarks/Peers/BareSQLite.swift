import Foundation
import GRDB

/// The peer of a durable write: a table, one prepared statement, a commit that is on disk, and nothing else.
///
/// The journal is write-ahead with `synchronous=FULL`; the rest is as SQLite comes. It runs on one thread without any
/// hop between threads.
struct BareSQLite: Sendable {
    static func name(_ batch: Int) -> String { "bare SQLite, WAL FULL, \(batch) rows a commit" }

    private let pool: DatabasePool
    private let body: Data

    /// Opens a new file for rows with bodies of so many bytes.
    init(at path: String, bodySize: Int) throws {
        pool = try DatabasePool(path: path)
        body = Data(repeating: UInt8(ascii: "x"), count: bodySize)
        try pool.writeWithoutTransaction { database in
            try database.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    CREATE TABLE outbox (
                        seq INTEGER PRIMARY KEY, stream TEXT NOT NULL, id BLOB NOT NULL UNIQUE, topic TEXT NOT NULL,
                        body BLOB NOT NULL
                    ) STRICT;
                    """
            )
        }
    }

    /// Commits batch after batch for a while and returns the rows per second.
    func rate(of batch: Int, over turn: Duration) async throws -> Double {
        try await rate(of: batch) { _, time in time < turn }
    }

    /// Commits a number of rows in batches and returns the rows per second.
    func rate(of batch: Int, rows: Int) async throws -> Double {
        try await rate(of: batch) { done, _ in done < rows }
    }

    private func rate(
        of batch: Int,
        while goesOn: @escaping @Sendable (Int, Duration) -> Bool
    ) async throws -> Double {
        try await pool.writeWithoutTransaction { [body] database in
            // Random enough to be as dear to the index as ours are; Foundation's way opens a device for each.
            var random = SystemRandomNumberGenerator()
            let start = ContinuousClock.now
            var done = 0
            while goesOn(done, start.duration(to: .now)) {
                try database.inTransaction(.immediate) {
                    let insert = try database.cachedStatement(
                        sql: "INSERT INTO outbox (stream, id, topic, body) VALUES (?, ?, ?, ?)"
                    )
                    for _ in 0..<batch {
                        let id = UUID.random(using: &random)
                        try insert.execute(arguments: ["probe", id, FeedLoad.topic, body])
                    }
                    return .commit
                }
                done += batch
            }
            return Double(done) / (start.duration(to: .now) / .seconds(1))
        }
    }

    func close() throws { try pool.close() }
}
