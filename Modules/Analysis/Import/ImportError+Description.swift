import AnalysisDomain
import FigureFiles
import Tabular

extension ImportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .table(let error): error.description + "."
        case .figures(let error): error.description
        case .unknownColumn(let name, let known, _):
            "the column \(Self.quoted(name)) is not known; remove it or name it \(Self.list(known))."
        case .noRows: "the file has a header and no rows; nothing can be taken over."
        case .otherTable(let found, let expected, _):
            "this is another table: its columns are \(Self.list(found)), and \(Self.list(expected)) are expected; "
                + "export table 47022NED of data.politie.nl."
        case .emptyField(let column, _): "\(Self.quoted(column)) is empty; fill it in."
        case .unknownWord(let text, let column, let allowed, _):
            "\(Self.quoted(text)) is no \(column); write one of \(Self.list(allowed))."
        case .unreadableDate(let text, let column, _):
            "\(Self.quoted(text)) in \(Self.quoted(column)) is not a date; write it as 2026-11-23."
        case .future(let text, let column, let today, _):
            "\(Self.quoted(text)) in \(Self.quoted(column)) is not over yet (today is \(today)); "
                + "deliver only what has happened."
        case .beforeRound(let day, let column, let round, _):
            "\(day) in \(Self.quoted(column)) is before the round on \(round); correct one of the two."
        case .beforeRun(let day, let column, let start, _):
            "\(day) in \(Self.quoted(column)) is before the start of the run on \(start); a round counts from that day on, "
                + "correct the date or leave the round out."
        case .tooOld(let day, let column, let today, _):
            "\(day) in \(Self.quoted(column)) is more than \(InspectionWindow.months) months before today (\(today)); "
                + "correct the date or walk the round again."
        case .unreadableNumber(let text, let column, let range, _):
            "\(Self.quoted(text)) in \(Self.quoted(column)) is not a whole number from \(range.lowerBound) to "
                + "\(range.upperBound); write it in digits only."
        case .unreadablePeriod(let text, let form, _):
            "\(Self.quoted(text)) is not a period; write it as \(form)."
        case .unreadableRespondent(let text, _):
            "\(Self.quoted(text)) is not a respondent code; use 1 to 32 letters, digits, dots, hyphens or underscores "
                + "that name nobody."
        case .repeatedRespondent(let code, let line, _):
            "respondent \(code) has already answered on line \(line); remove one of the two answers."
        case .answeredBefore(let code, _):
            "respondent \(code) has already answered in an earlier file; remove the second answer."
        case .noAnswers(let code, _): "respondent \(code) answered nothing at all; remove the row."
        case .unknownAnswer(let text, let question, let allowed, _):
            "\(Self.quoted(text)) is no answer to question \(question); it allows \(allowed)."
        case .unknownLabel(let label, nil, _):
            "\(Self.quoted(label)) is not in the code list of the police; deliver the table as the portal exports it."
        case .unknownLabel(let label, let listed?, _):
            "\(Self.quoted(label)) contradicts the code list of the police, which has \(Self.quoted(listed)); "
                + "deliver the table as the portal exports it."
        case .otherRegion(let name, let expected, _):
            "\(Self.quoted(name)) is neither a region of the area nor its municipality (\(Self.list(expected))); "
                + "remove its rows, or ask to select the regions."
        case .ambiguousRegion(let name, let codes, _):
            "\(Self.quoted(name)) is the name of \(codes.joined(separator: " and ")); "
                + "the rows cannot be told apart, deliver the figures under different names."
        case .survey(let fault, _): fault.description
        case .noRegion(let names): "no row is about \(Self.list(names)); deliver the figures of this area."
        case .repeatedFigure(let what, let line, _):
            "\(what) already stands on line \(line); a figure stands in the file once."
        case .inspection(let fault, _): fault.description
        case .feature(let number, let error): "feature \(number): \(error)"
        case .damagedList(let name, let why): "the list \(name) that ships with the program is damaged: \(why)."
        }
    }

    private static func quoted(_ text: String) -> String { "\u{201c}\(text)\u{201d}" }

    private static func list(_ texts: [String]) -> String { texts.map(quoted).joined(separator: ", ") }
}
