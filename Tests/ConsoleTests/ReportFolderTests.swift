import Contracts
import Foundation
import Report
import Scheme
import TestSupport
import Testing

@testable import Console

@Suite("Writing a report")
struct ReportFolderTests {
    private static func documents() throws -> ReportDocuments {
        let report = MeasurementReport(
            run: try #require(RunID("gm1581-0001-t1")),
            areas: [],
            areaKind: .shoppingArea,
            scheme: try #require(SchemeID("kvo-3")),
            measurement: 0,
            establishedOn: try #require(CalendarDate("2024-01-25")),
            establishments: 0,
            survey: [],
            crimes: [],
            fires: [],
            problems: [],
            provenance: [],
            notes: []
        )
        return try ReportDocuments(ReportInput(report: report), in: .dutch)
    }

    @Test("without weasyprint the rest is written, a PDF of before goes, and nothing half-done stays")
    func withoutPrinter() async throws {
        try await withTemporaryDirectory { folder in
            let path = folder.file("new/report")
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            try Data("an earlier one".utf8).write(to: URL(fileURLWithPath: path + "/report.pdf"))
            let written = try ReportFolder(path: path, searchPath: folder.path).write(try Self.documents())
            #expect(written.notice?.contains("weasyprint is not on the PATH") == true)
            #expect(written.files == ["report.html", "figures.csv", "figures.json"].map { "\(path)/\($0)" })
            let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
            #expect(names == ["figures.csv", "figures.json", "report.html"])
        }
    }

    @Test("a printer that fails leaves no PDF, and the rest is written")
    func failingPrinter() async throws {
        try await withTemporaryDirectory { folder in
            let program = folder.file("weasyprint")
            try Data("#!/bin/sh\nexit 3\n".utf8).write(to: URL(fileURLWithPath: program))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
            let written = try ReportFolder(path: folder.file("out"), searchPath: folder.path)
                .write(try Self.documents())
            #expect(written.notice?.contains("did not make one") == true)
            #expect(written.files.count == 3)
        }
    }

    @Test("a printer's PDF stands with the page")
    func printer() async throws {
        try await withTemporaryDirectory { folder in
            let program = folder.file("weasyprint")
            let script = "#!/bin/sh\nfor last; do :; done\necho PDF > \"$last\"\n"
            try Data(script.utf8).write(to: URL(fileURLWithPath: program))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
            let written = try ReportFolder(path: folder.file("out"), searchPath: folder.path)
                .write(try Self.documents())
            #expect(written.notice == nil)
            #expect(FileManager.default.fileExists(atPath: folder.file("out/report.pdf")))
        }
    }

    @Test("a place where nothing can be written is named, with what to do left to its reader")
    func unwritable() async throws {
        try await withTemporaryDirectory { folder in
            let file = folder.file("taken")
            try Data().write(to: URL(fileURLWithPath: file))
            #expect(throws: ConsoleError.self) { try ReportFolder(path: file).write(try Self.documents()) }
        }
    }
}
