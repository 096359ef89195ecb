/// Names every reason for which a CSV file is refused.
package enum TabularError: Error, Sendable, Hashable {
    case empty
    case tooManyBytes(found: Int, limit: Int)
    case tooManyRows(limit: Int, Place)
    case tooManyFields(limit: Int, Place)
    case fieldTooLong(limit: Int, Place)
    case invalidUTF8(Place)
    case nullByte(Place)
    case undecidedDelimiter
    /// A quote inside a field that did not begin with one.
    case strayQuote(Place)
    /// Text between a closing quote and the next separator.
    case textAfterQuote(Place)
    /// A quote that is still open at the end of the file; the place is that of the opening quote.
    case unterminatedQuote(Place)
    case bareCarriageReturn(Place)
    case blankLine(Place)
    case raggedRow(expected: Int, found: Int, Place)
    case missingColumns([String], found: [String], Place)
    case duplicateColumn(String, first: Int, Place)

    /// The place to which the message belongs, or nil when it concerns the file as a whole.
    package var place: Place? {
        switch self {
        case .empty, .tooManyBytes, .undecidedDelimiter:
            nil
        case .tooManyRows(_, let place), .tooManyFields(_, let place), .fieldTooLong(_, let place),
            .invalidUTF8(let place), .nullByte(let place), .strayQuote(let place), .textAfterQuote(let place),
            .unterminatedQuote(let place), .bareCarriageReturn(let place), .blankLine(let place),
            .raggedRow(_, _, let place), .missingColumns(_, _, let place), .duplicateColumn(_, _, let place):
            place
        }
    }
}
