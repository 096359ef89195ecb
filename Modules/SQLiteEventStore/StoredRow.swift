import EventSourcing
import GRDB

/// Reads the columns of a row without trusting them: what is not what it should be is damage, not a crash.
struct StoredRow {
    private let row: Row
    // Put together only when there is damage to speak of: rows are read by the million.
    private let name: () -> String

    /// Takes a row and what it is called in the sentence about its damage.
    init(_ row: Row, _ name: @autoclosure @escaping () -> String) {
        self.row = row
        self.name = name
    }

    func value<Value: DatabaseValueConvertible>(_ column: Int) throws(EventStoreError) -> Value {
        let stored: DatabaseValue = row[column]
        guard let value = Value.fromDatabaseValue(stored) else {
            throw .damaged("\(name()) cannot be read")
        }
        return value
    }

    /// A number that is never negative.
    func count(_ column: Int) throws(EventStoreError) -> Int64 {
        let value: Int64 = try value(column)
        guard value >= 0 else { throw .damaged("\(name()) has the number \(value)") }
        return value
    }
}
