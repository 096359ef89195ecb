import Contracts
import Report

/// The evaluation reports of the areas, with which the demonstration ends.
struct DemoEvaluations {
    /// What is said of them.
    let lines: [String]
    /// Whether each area's report was written.
    let isComplete: Bool

    /// Writes the report of each area into a folder of its own below the demonstration's.
    ///
    /// - Throws: ``ConsoleError`` when a service does not answer, or the folder cannot be written.
    static func write(of areas: [DemoArea], from client: KVOClient, into folder: String) async throws -> DemoEvaluations
    {
        var (lines, complete): ([String], Bool) = ([], true)
        for area in areas {
            let input = try await ReportSources(client: client).input(of: area.run, measurement: nil)
            let documents = try ReportDocuments(input, in: .dutch)
            let written = try ReportFolder(path: "\(folder)/\(area.folder)").write(documents)
            complete = complete && input.report.earlier != nil && !documents.sentences.isEmpty
            lines += ["", "\(area.name): evaluation report"]
            lines += documents.sentences.map { TextWrap.lines($0, indent: 2) }
            lines += written.files.map { "  \($0)" }
            if let notice = written.notice { lines.append("  \(notice)") }
        }
        return DemoEvaluations(lines: lines, isComplete: complete)
    }
}
