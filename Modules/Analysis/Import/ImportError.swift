package import FigureFiles
package import Scheme
package import Tabular

/// Why a delivered file is refused; nothing of it is taken over.
package enum ImportError: Error, Hashable, Sendable {
    /// The file is no CSV as it should be.
    case table(TabularError)
    /// The file has a column that is not known.
    case unknownColumn(String, known: [String], Place)
    /// The file has a header and no rows.
    case noRows(Place)
    /// The header is that of another table.
    case otherTable(found: [String], expected: [String], Place)
    /// A field that must be filled is empty.
    case emptyField(column: String, Place)
    /// A field holds a word that is not in the list.
    case unknownWord(String, column: String, allowed: [String], Place)
    /// A field should hold a day such as 2026-11-23.
    case unreadableDate(String, column: String, Place)
    /// A day or a month has not come or has not ended yet.
    case future(String, column: String, today: CalendarDate, Place)
    /// A day lies before the day of the round.
    case beforeRound(CalendarDate, column: String, round: CalendarDate, Place)
    /// A round was walked before the run started.
    case beforeRun(CalendarDate, column: String, start: CalendarDate, Place)
    /// A round was walked too long ago.
    case tooOld(CalendarDate, column: String, today: CalendarDate, Place)
    /// A field should hold a number in a range.
    case unreadableNumber(String, column: String, ClosedRange<Int>, Place)
    /// A month or year that is written in no known form.
    case unreadablePeriod(String, form: String, Place)

    /// A code of a respondent that might name somebody.
    case unreadableRespondent(String, Place)
    /// A respondent that stands in the file twice; the number is the line of the first time.
    case repeatedRespondent(String, firstLine: Int, Place)
    /// A respondent that answered in an earlier file.
    case answeredBefore(String, Place)
    /// A row without any answer.
    case noAnswers(String, Place)
    /// An answer that the question does not allow.
    case unknownAnswer(String, question: String, allowed: String, Place)

    /// A label that is not in the code list, with the label that its code has there.
    case unknownLabel(String, listed: String?, Place)
    /// A region that is neither of the area nor the municipality.
    case otherRegion(String, expected: [String], Place)
    /// A name that stands for several of the regions.
    case ambiguousRegion(String, codes: [String], Place)
    /// No row is about one of the regions.
    case noRegion([String])
    /// A figure that stands in the file twice; the number is the line of the first time.
    case repeatedFigure(String, firstLine: Int, Place)

    /// What is wrong with an invitation, a response code or a file of another survey program.
    case survey(SurveyFault, Place)
    /// What is wrong with a round or a finding; without a place when the file as a whole is refused.
    case inspection(InspectionFault, Place?)
    /// A feature of a GeoJSON file is refused; features are counted from 1.
    indirect case feature(Int, ImportError)

    /// A file of police or fire figures is damaged, cut off, or has been through a spreadsheet.
    case figures(FigureFileError)

    /// A list that ships with the program cannot be read.
    case damagedList(name: String, why: String)

    /// The line and the column in characters, both from 1; `nil` when the file is refused as a whole.
    package var position: (line: Int, column: Int)? { place.map { ($0.line, $0.column) } }

    private var place: Place? {
        switch self {
        case .table(let error): error.place
        case .figures(let error): error.place
        case .noRegion, .damagedList, .feature: nil
        case .inspection(_, let place): place
        case .unknownColumn(_, _, let place), .noRows(let place), .otherTable(_, _, let place),
            .emptyField(_, let place), .unknownWord(_, _, _, let place), .unreadableDate(_, _, let place),
            .future(_, _, _, let place), .beforeRound(_, _, _, let place), .beforeRun(_, _, _, let place),
            .tooOld(_, _, _, let place), .unreadableNumber(_, _, _, let place),
            .unreadablePeriod(_, _, let place), .unreadableRespondent(_, let place),
            .repeatedRespondent(_, _, let place), .answeredBefore(_, let place), .noAnswers(_, let place),
            .unknownAnswer(_, _, _, let place), .unknownLabel(_, _, let place), .otherRegion(_, _, let place),
            .ambiguousRegion(_, _, let place), .repeatedFigure(_, _, let place), .survey(_, let place):
            place
        }
    }
}
