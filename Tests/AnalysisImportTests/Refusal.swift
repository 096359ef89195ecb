import AnalysisDomain
import AnalysisImport
import Foundation
import Scheme
import Testing

/// The lists that ship with the program.
let shipped = Result { try ReferenceData.shipped() }

/// What a reader refuses: the place and the sentence.
struct Refusal {
    let place: String
    let sentence: String

    /// Runs a reader that must refuse; `nil` when it accepts.
    init?(_ read: () throws(ImportError) -> some Any) {
        do {
            _ = try read()
            return nil
        } catch {
            place = error.position.map { "\($0.line):\($0.column)" } ?? "whole file"
            sentence = error.description
        }
    }
}

/// Finds the example data of the project from the place of this file.
enum Examples {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Examples")

    static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: path))) }
}

func day(_ text: String) -> CalendarDate { made(CalendarDate(text)) }
