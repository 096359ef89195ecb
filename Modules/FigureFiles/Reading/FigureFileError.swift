package import Tabular

/// Names every reason for which a file of figures is refused.
package enum FigureFileError: Error, Sendable, Hashable {
    /// Nothing, or nothing but blank lines.
    case empty
    /// A header, and no row.
    case noRows(Place)
    /// A file of another form, such as a workbook.
    case otherForm(String, advice: String)
    /// No table of figures: columns are missing.
    case unknownColumns([String], missing: [String], Place)
    /// Damaged as a table: quotes, line ends, the number of fields.
    case table(TabularError)
    /// The file stops in the middle of a row.
    case cutOff(Place)
    /// A field that a row cannot do without is empty.
    case emptyKey(column: String, Place)
    case unreadablePeriod(String, Place)
    /// A period that a spreadsheet has made a date of.
    case spreadsheetDate(String, Place)
    case unreadableCount(String, Place)
    /// A count with a decimal part or with dots for thousands, as a spreadsheet writes it.
    case spreadsheetCount(String, Place)
    /// The same region, type and period again.
    case repeatedCell(String, Place)
    /// More distinct values than such a table can have.
    case tooManyValues(column: String, limit: Int, Place)
    case damagedJSON(String, Place)
    case unreadableMoment(String, Place)
    /// What a summary cannot do without.
    case denominators(String, Place?)

    /// The place to which the message belongs, or `nil` when it concerns the file as a whole.
    package var place: Place? {
        switch self {
        case .empty, .otherForm: nil
        case .denominators(_, let place): place
        case .table(let error): error.place
        case .noRows(let place), .unknownColumns(_, _, let place), .cutOff(let place), .emptyKey(_, let place),
            .unreadablePeriod(_, let place), .spreadsheetDate(_, let place), .unreadableCount(_, let place),
            .spreadsheetCount(_, let place), .repeatedCell(_, let place), .tooManyValues(_, _, let place),
            .damagedJSON(_, let place), .unreadableMoment(_, let place):
            place
        }
    }

    /// Composes `file:line:column: sentence`, or `file: sentence` when the whole file is refused.
    package func describe(file: String) -> String {
        place?.describe(description, file: file) ?? "\(file): \(description)"
    }
}

extension FigureFileError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty: "the file is empty; download or export it again."
        case .noRows: "the file has a header and no rows; download or export it again."
        case .otherForm(let form, let advice): "this is \(form), not a table of figures; \(advice)."
        case .unknownColumns(let found, let missing, _):
            "this is no table of figures that is known: it lacks \(Self.list(missing)) and has \(Self.list(found)); "
                + "deliver the table as the portal exports it, with its column names in the first line."
        case .table(let error): error.description + "."
        case .cutOff: "the file is cut off in the middle of this row; download or export it again, and whole."
        case .emptyKey(let column, _): "\u{201c}\(column)\u{201d} is empty; a row needs it, correct or remove the row."
        case .unreadablePeriod(let text, _):
            "\u{201c}\(text)\u{201d} is not a period; write it as \(TablePeriod.forms)."
        case .spreadsheetDate(let text, _):
            "\u{201c}\(text)\u{201d} is not a period; it looks like one that a spreadsheet has made a date of, so which month it "
                + "was is not certain; deliver the file as it was downloaded, without opening it in a spreadsheet."
        case .unreadableCount(let text, _):
            "\u{201c}\(text)\u{201d} is not a count; a count is digits only, and a withheld one is empty or a dot."
        case .spreadsheetCount(let text, _):
            "\u{201c}\(text)\u{201d} is not a whole number, as a count is; a spreadsheet may have added a comma or a dot, "
                + "deliver the file as it was downloaded."
        case .repeatedCell(let what, _): "\(what) stands in the file a second time; a figure stands in it once."
        case .tooManyValues(let column, let limit, _):
            "\u{201c}\(column)\u{201d} has more than \(limit) different values, so this is no table of figures; "
                + "check that the right file was named."
        case .damagedJSON(let why, _): "the JSON is damaged here: \(why); download it again."
        case .unreadableMoment(let text, _):
            "\u{201c}\(text)\u{201d} is not a moment; write it as 2009/12/07 20:01:50 or 2009-12-07."
        case .denominators(let why, _): "these are no denominators: \(why)."
        }
    }

    private static func list(_ names: [String]) -> String {
        names.map { "\u{201c}\($0)\u{201d}" }.joined(separator: ", ")
    }
}
