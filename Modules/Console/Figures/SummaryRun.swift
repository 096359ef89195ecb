import FigureFiles
import Foundation

/// Sums a file up, computes the figures of every group and writes them.
struct SummaryRun {
    /// What a run has done, and in how much time.
    struct Report: Codable {
        var rows = 0
        var areas = 0
        var crimeTypes = 0
        var groups = 0
        var sum = 0
        var level = ""
        /// Seconds for reading and adding up, for the statistics, and for writing.
        var readAndAdded = 0.0
        var stats = 0.0
        var write = 0.0
        var warnings: [String] = []

        /// The names that benchmarks read.
        private enum CodingKeys: String, CodingKey {
            case rows, areas, crimeTypes, groups, sum, level, stats, write, warnings
            case readAndAdded = "read_agg"
        }
    }

    let path: String
    let denominators: String?
    let output: String?
    let level: TableRegion.Level?

    /// The groups of one piece of work.
    private static let pieceSize = 8_192

    func run() async throws -> Report {
        let clock = ContinuousClock()
        let start = clock.now
        let file = try FigureFile(path)
        var report = Report()
        let summary = try await file.reporting { try await read(file, &report) }
        report.rows = summary.rows
        report.areas = summary.areas.count
        report.crimeTypes = summary.crimes.count
        report.groups = summary.groupCount
        report.sum = summary.sum
        report.level = summary.level?.rawValue ?? "name"
        let aggregated = clock.now
        let comparison = GroupComparison(summary, denominators: try await readDenominators())
        report.warnings += remarks(summary, comparison)
        let statistics = await computed(summary, comparison)
        let computed = clock.now
        if let output { try await write(summary, statistics, to: output) }
        report.readAndAdded = (aggregated - start) / .seconds(1)
        report.stats = (computed - aggregated) / .seconds(1)
        report.write = (clock.now - computed) / .seconds(1)
        return report
    }

    /// Reads in parts at once where it can, and carefully where something is not plainly right.
    private func read(_ file: FigureFile, _ report: inout Report) async throws -> FigureSummary {
        let start = try file.start()
        var reader = try FigureReader(start)
        guard ![.fireIncidents, .fireCounts].contains(reader.layout) else {
            throw ConsoleError.invalid(
                "\(path) holds figures of the fire brigade; kinds of incidents are few and never added up, "
                    + "so summarise takes police figures only."
            )
        }
        var summary: FigureSummary?
        if let head = reader.head, reader.layout != .areaTableWide, reader.warnings.isEmpty,
            let tallies = try await FileParts(path: path, size: file.size, head: head).tallies()
        {
            summary = FigureSummary(merging: tallies, level: level)
        }
        if summary == nil {
            var tally = CarefulTally()
            var chunk = start
            while let piece = try file.next() {
                try reader.read(chunk, isLast: false, into: &tally)
                chunk = piece
            }
            try reader.read(chunk, isLast: true, into: &tally)
            report.warnings += reader.warnings.map(\.text)
            summary = FigureSummary(merging: [tally.result(reader.keys)], level: level)
        }
        guard let summary, summary.groupCount > 0 else {
            throw ConsoleError.invalid(
                "\(path) has no published count for a region of the level \(level?.rawValue ?? "that is its finest"); "
                    + "see what it holds with: kvo figures inspect"
            )
        }
        return summary
    }

    private func readDenominators() async throws -> Denominators? {
        guard let denominators else { return nil }
        let file = try FigureFile(denominators)
        return try await file.reporting {
            var bytes = try file.start()
            while let piece = try file.next() { bytes += piece }
            return try Denominators(bytes)
        }
    }

    private func remarks(_ summary: FigureSummary, _ comparison: GroupComparison) -> [String] {
        var remarks: [String] = []
        if denominators == nil {
            remarks.append("no denominators were given: rates are counts per year, and there are no ratios.")
        } else if comparison.areasWithout > 0 {
            remarks.append("areas without establishments in the denominators have no rate: \(comparison.areasWithout).")
        }
        if summary.level == nil {
            remarks.append(
                "the regions have names and no codes: their levels are not known, so the sum may count twice, "
                    + "and there are no ratios."
            )
        }
        return remarks
    }

    private func computed(_ summary: FigureSummary, _ comparison: GroupComparison) async -> [GroupStatistics] {
        let count = summary.groupCount
        return await withTaskGroup(of: GroupStatistics.self) { group in
            for start in stride(from: 0, to: count, by: Self.pieceSize) {
                group.addTask { comparison.statistics(of: start..<min(count, start + Self.pieceSize)) }
            }
            var all: [GroupStatistics] = []
            for await statistics in group { all.append(statistics) }
            return all.sorted { $0.range.lowerBound < $1.range.lowerBound }
        }
    }

    private func write(_ summary: FigureSummary, _ statistics: [GroupStatistics], to output: String) async throws {
        let table = SummaryTable(summary)
        do {
            guard FileManager.default.createFile(atPath: output, contents: Data(SummaryTable.header)) else {
                throw ConsoleError.invalid("\(output) cannot be written; check that its folder exists.")
            }
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
            defer { try? file.close() }
            try file.seekToEnd()
            try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
                // A few pieces ahead of the writing, so that the text is never in memory as a whole.
                var given = 0
                let give = { (group: inout ThrowingTaskGroup<(Int, [UInt8]), any Error>) in
                    guard given < statistics.count else { return }
                    let number = given
                    group.addTask { (number, table.lines(statistics[number])) }
                    given += 1
                }
                for _ in 0..<6 { give(&group) }
                var waiting: [Int: [UInt8]] = [:]
                var next = 0
                while let (number, lines) = try await group.next() {
                    waiting[number] = lines
                    while let lines = waiting.removeValue(forKey: next) {
                        try file.write(contentsOf: Data(lines))
                        next += 1
                        give(&group)
                    }
                }
            }
        } catch let error as ConsoleError {
            throw error
        } catch {
            throw ConsoleError.invalid("\(output) cannot be written: \((error as NSError).localizedDescription)")
        }
    }
}
