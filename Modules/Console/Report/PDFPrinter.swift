import Foundation

/// Makes a PDF of a page with the program weasyprint.
enum PDFPrinter {
    private static let program = "weasyprint"

    /// The folders in which programs are looked for, as the environment names them.
    static var searchPath: String { ProcessInfo.processInfo.environment["PATH"] ?? "" }

    /// Makes the PDF.
    ///
    /// - Returns: `nil` when it was made, else why it was not and what to do.
    static func print(_ page: String, to pdf: String, searching path: String) -> String? {
        guard let executable = find(in: path) else {
            return "no PDF: the program \(program) is not on the PATH; install it (Debian: apt-get install \(program))."
        }
        do {
            // Tagged for screen readers; versions that do not know it yet make a plain one.
            for options in [["--pdf-variant", "pdf/ua-1"], []] {
                let status = try run(executable, ["--quiet"] + options + [page, pdf])
                if status == 0, FileManager.default.fileExists(atPath: pdf) { return nil }
            }
            return "no PDF: \(executable.path) did not make one; run it on the page to see why."
        } catch {
            return "no PDF: \(executable.path) cannot be run: \((error as NSError).localizedDescription)"
        }
    }

    private static func run(_ executable: URL, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.runHearingSignals()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }

    /// Where the program is, in the first folder that has it.
    private static func find(in path: String) -> URL? {
        path.split(separator: ":").map { URL(fileURLWithPath: "\($0)/\(program)") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }
}
