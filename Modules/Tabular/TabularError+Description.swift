extension TabularError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .empty:
            "the file holds no header line; export it again with the column names in the first line"
        case .tooManyBytes(let found, let limit):
            "the file has \(found) bytes and at most \(limit) are accepted; split it into smaller files"
        case .tooManyRows(let limit, _):
            "the file has more than \(limit) rows below the header; split it into smaller files"
        case .tooManyFields(let limit, _):
            "the row has more than \(limit) fields; check that the right separator was used"
        case .fieldTooLong(let limit, _):
            "the field is longer than \(limit) bytes; check for a missing closing quote or shorten the text"
        case .invalidUTF8:
            "the bytes here are not UTF-8; save the file as \"CSV UTF-8\""
        case .nullByte:
            "a zero byte stands here, so this is no UTF-8 text file; save the file as \"CSV UTF-8\""
        case .undecidedDelimiter:
            "the header line holds both , and ; outside quotes; state which of the two separates the columns"
        case .strayQuote:
            "a quote stands inside an unquoted field; put the whole field in quotes and double the quote in it"
        case .textAfterQuote:
            "text follows a closing quote; double a quote that belongs to the text, or put a separator between them"
        case .unterminatedQuote:
            "the quote opened here is never closed; close it or remove it"
        case .bareCarriageReturn:
            "a carriage return without a line feed stands here; end the lines with LF or CRLF"
        case .blankLine:
            "the line is empty where a row is expected; remove the line"
        case .raggedRow(let expected, let found, _):
            "the row has \(found) fields where the header has \(expected); complete the row or quote its separators"
        case .missingColumns(let names, let found, _):
            "the header lacks \(Self.list(names)); it has \(Self.list(found)); add or rename the columns"
        case .duplicateColumn(let name, let first, _):
            "the column \"\(name)\" stands in the header twice, first as field \(first); remove or rename one"
        }
    }

    /// Composes `file:line:column: sentence`, or `file: sentence` when the whole file is refused.
    package func describe(file: String) -> String {
        place?.describe(description, file: file) ?? "\(file): \(description)"
    }

    private static func list(_ names: [String]) -> String {
        names.map { "\"\($0)\"" }.joined(separator: ", ")
    }
}
