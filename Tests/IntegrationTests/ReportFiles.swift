import Foundation
import TestSupport
import Testing

/// The files of a report that a test looks at.
enum ReportFiles {
    /// Reads a report's folder: all files but the PDF, which tells when it was made.
    ///
    /// - Throws: An error of the file system; nothing half-written may lie in the folder.
    static func read(from folder: String) throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.allSatisfy { !$0.hasPrefix(".") }, "nothing half-done stays in \(folder)")
        return try Dictionary(
            uniqueKeysWithValues: names.filter { $0 != "report.pdf" }.map { name in
                (name, try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
            }
        )
    }

    /// Opens a page in a headless browser with axe-core, where both are installed (`make check-report` does); says so
    /// where they are not.
    ///
    /// - Throws: An error of the file system.
    static func expectAccessible(_ page: Data, of area: String) async throws {
        guard let python = python() else {
            print("no browser with axe-core here: the page of \(area) was not opened; make check-report opens it")
            return
        }
        try await withTemporaryDirectory { folder in
            let file = folder.file("\(area).html")
            try page.write(to: URL(fileURLWithPath: file))
            let (status, output) = try run(python, [Repository.folder("scripts") + "/check_report.py", file])
            #expect(status == 0, "\(output)")
        }
    }

    /// Holds the quoted lines of a document to what the reports say.
    ///
    /// - Throws: An error of the file system.
    static func expectQuotes(of document: String, in pages: [Data]) throws {
        let said = pages.map { page in
            String(decoding: page, as: UTF8.self).replacing(/<[^>]*>/, with: " ").replacing("&#39;", with: "'")
                .replacing("&amp;", with: "&").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let text = try String(contentsOfFile: Repository.folder("docs") + "/" + document, encoding: .utf8)
        let quotes = text.split(separator: "\n").filter { $0.hasPrefix("> ") }.map { line in
            line.dropFirst(2).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        #expect(quotes.count > 5, "\(document) quotes the reports")
        for quote in quotes { #expect(said.contains { $0.contains(quote) }, "no report says: \(quote)") }
    }

    /// A Python that has axe-core, when there is a browser.
    private static func python() -> String? {
        let script = "import axe_core_python, shutil, sys; sys.exit(0 if shutil.which('chromium') else 1)"
        let candidates = [Repository.folder(".build-report") + "/bin/python", "/usr/bin/python3"]
        return candidates.first { candidate in
            FileManager.default.isExecutableFile(atPath: candidate)
                && (try? run(candidate, ["-c", script]).status) == 0
        }
    }

    private static func run(_ path: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
