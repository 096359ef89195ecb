import FigureFiles
import Foundation
import Synchronization

/// Reads a table in parts, as many at a time as there are processors, none of them kept.
///
/// Where a part begins is a guess: the first line end in it may stand inside quotes. So each part tells where its first
/// row began and its last one ended, and the guess stands only if all of them fit together.
struct FileParts: Sendable {
    private static let partSize = 1024 * 1024
    /// How far a row may reach into the next part.
    private static let overlap = 64 * 1024

    let path: String
    let size: Int
    let head: TableHead

    /// What was read of one part.
    private struct Part: Sendable {
        let first: Int
        let end: Int
    }

    /// The tallies of all rows; `nil` when the careful reader is needed.
    func tallies() async throws -> [TallyResult]? {
        let count = max(1, (size - head.firstRow + Self.partSize - 1) / Self.partSize)
        let queue = PartQueue(count: count)
        let workers = min(count, max(1, ProcessInfo.processInfo.activeProcessorCount))
        return try await withThrowingTaskGroup(of: (TallyResult, [Int: Part])?.self) { group in
            for _ in 0..<workers {
                group.addTask { try read(queue) }
            }
            var parts: [Int: Part] = [:]
            var tallies: [TallyResult] = []
            for try await result in group {
                guard let result else {
                    group.cancelAll()
                    return nil
                }
                tallies.append(result.0)
                parts.merge(result.1) { first, _ in first }
            }
            let fits = (0..<count).allSatisfy { number in
                parts[number].map { $0.end == (number + 1 < count ? parts[number + 1]?.first : size) } ?? false
            }
            return fits ? tallies : nil
        }
    }

    private func read(_ queue: PartQueue) throws -> (TallyResult, [Int: Part])? {
        let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        defer { try? file.close() }
        var tally = FigureTally(head)
        var parts: [Int: Part] = [:]
        while let number = queue.next() {
            guard !Task.isCancelled else { return nil }
            let start = head.firstRow + number * Self.partSize
            let limit = min(size, start + Self.partSize)
            // One byte before, to see whether a row begins right here.
            let from = number == 0 ? start : start - 1
            try file.seek(toOffset: UInt64(from))
            let wanted = min(size, limit + Self.overlap) - from
            guard let data = try file.read(upToCount: wanted), data.count == wanted else { return nil }
            let bytes = data.span
            var first = 0
            if number > 0 {
                while first < bytes.count, bytes[first] != UInt8(ascii: "\n") { first += 1 }
                first += 1
            }
            guard first <= limit - from else { return nil }
            let isLast = from + wanted == size
            guard let end = tally.take(bytes, rowsIn: first..<(limit - from), isLast: isLast) else { return nil }
            parts[number] = Part(first: from + first, end: from + end)
        }
        return (tally.result, parts)
    }
}

/// Hands out the numbers of parts, each once.
private final class PartQueue: Sendable {
    private let count: Int
    private let given = Mutex(0)

    init(count: Int) { self.count = count }

    func next() -> Int? {
        given.withLock { given in
            guard given < count else { return nil }
            defer { given += 1 }
            return given
        }
    }
}
