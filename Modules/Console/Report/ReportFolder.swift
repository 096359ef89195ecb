import Foundation
import Report

/// Writes the documents of a report into a folder: each whole or not at all.
struct ReportFolder {
    /// What was written.
    struct Outcome {
        /// The files in the order in which they are read.
        let files: [String]
        /// Why there is no PDF; `nil` when there is one.
        let notice: String?
    }

    /// The folder; it is made when it is not there.
    let path: String
    /// Where the program that makes the PDF is looked for.
    var searchPath = PDFPrinter.searchPath

    /// Writes the documents, and the PDF where it can be made.
    ///
    /// They are made in a hidden folder beside the others and moved to their names when all are there; a PDF of an
    /// earlier report does not stay beside a later page.
    ///
    /// - Throws: ``ConsoleError`` when the folder cannot be written.
    func write(_ documents: ReportDocuments) throws -> Outcome {
        let manager = FileManager.default
        do {
            try manager.createDirectory(atPath: path, withIntermediateDirectories: true)
            let draft = "\(path)/.report-\(UUID().uuidString.lowercased())"
            try manager.createDirectory(atPath: draft, withIntermediateDirectories: false)
            defer { try? manager.removeItem(atPath: draft) }
            let texts = [
                ("report.html", Data(documents.html.utf8)), ("figures.csv", Data(documents.csv.utf8)),
                ("figures.json", documents.json),
            ]
            for (name, content) in texts {
                try content.write(to: URL(fileURLWithPath: "\(draft)/\(name)"))
            }
            let notice = PDFPrinter.print("\(draft)/report.html", to: "\(draft)/report.pdf", searching: searchPath)
            let names = ["report.html"] + (notice == nil ? ["report.pdf"] : []) + ["figures.csv", "figures.json"]
            if notice != nil, manager.fileExists(atPath: "\(path)/report.pdf") {
                try manager.removeItem(atPath: "\(path)/report.pdf")
            }
            for name in names {
                try move("\(draft)/\(name)", to: "\(path)/\(name)")
            }
            return Outcome(files: names.map { "\(path)/\($0)" }, notice: notice)
        } catch let error as ConsoleError {
            throw error
        } catch {
            throw ConsoleError.unwritable(path, why: (error as NSError).localizedDescription)
        }
    }

    /// Gives a file its name, in place of one that has it.
    private func move(_ from: String, to: String) throws {
        guard rename(from, to) == 0 else {
            throw ConsoleError.unwritable(to, why: "\(String(cString: strerror(errno))).")
        }
    }
}
