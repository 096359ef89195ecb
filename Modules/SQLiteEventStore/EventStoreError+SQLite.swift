import EventSourcing
import GRDB

extension EventStoreError {
    /// Puts what SQLite reports in the store's own words; any other error is returned as it is.
    static func translating(_ error: any Error, at path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        return translating(error, at: path)
    }

    private static func translating(_ error: DatabaseError, at path: String) -> EventStoreError {
        let said = error.message ?? "no reason given"
        return switch error.resultCode {
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            .damaged("SQLite says of \(path): \(said)")
        case .SQLITE_MISUSE where said.contains("closed"):
            .closed
        case .SQLITE_FULL:
            .unavailable("there is no space left for \(path). Free some and try again.")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            .unavailable("another program keeps \(path) locked. Stop that program and try again.")
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN, .SQLITE_AUTH:
            .unavailable("\(path) may not be read or written (\(said)). Give the service's user access.")
        case .SQLITE_IOERR:
            .unavailable("the disk failed for \(path) (\(said)). Check the disk before you start again.")
        default:
            .unavailable(
                "SQLite refused an operation on \(path) with code \(error.extendedResultCode.rawValue): \(said)."
            )
        }
    }
}
