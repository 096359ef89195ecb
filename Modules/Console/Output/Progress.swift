import Foundation
import Glibc

/// Shows that something is going on when it takes longer than a second, on a terminal only.
enum Progress {
    /// Runs a body and, after a second, writes what is being done and for how long.
    static func show<Result: Sendable>(
        _ what: String,
        _ body: () async throws -> Result
    ) async throws -> Result {
        guard isatty(STDERR_FILENO) == 1 else { return try await body() }
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                var seconds = 0
                while !Task.isCancelled {
                    try await Task.sleep(for: .seconds(1))
                    seconds += 1
                    FileHandle.standardError.write(Data("\r\(what) … \(seconds) s ".utf8))
                }
            }
            let result = try await body()
            group.cancelAll()
            while let outcome = await group.nextResult() {
                if case .failure(let error) = outcome, !(error is CancellationError) { throw error }
            }
            FileHandle.standardError.write(Data("\r\u{1b}[K".utf8))
            return result
        }
    }
}
