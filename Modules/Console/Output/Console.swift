import ArgumentParser
import Foundation
import Keys

/// What a person or a script sees: answers on standard output, everything else on standard error.
enum Console {
    /// Runs a command; an error becomes one sentence and an exit status, never a trace.
    static func run(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error as ConsoleError {
            note("kvo: \(error)")
            throw ExitCode(error.status)
        } catch let error as ExitCode {
            throw error
        } catch let error as ValidationError {
            throw error
        } catch let error as KeyError {
            let error = ConsoleError.keyless("\(error)")
            note("kvo: \(error)")
            throw ExitCode(error.status)
        } catch {
            note("kvo: \(error)")
            throw ExitCode(70)
        }
    }

    /// Writes a line to standard output at once, so that a pipe's reader sees it.
    static func print(_ line: String) {
        FileHandle.standardOutput.write(Data((printable(line) + "\n").utf8))
    }

    /// Writes a line of JSON to standard output.
    static func print(_ json: Data) {
        FileHandle.standardOutput.write(json + Data("\n".utf8))
    }

    /// Writes a line to standard error.
    static func note(_ line: String) {
        FileHandle.standardError.write(Data((printable(line) + "\n").utf8))
    }

    /// The text without what a terminal would obey or hide: titles and reasons come from others.
    static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator: scalar == "\n" ? scalar : "\u{FFFD}"
                    default: scalar
                    }
                }
            )
        )
    }
}
