/// Reads records one by one after RFC 4180, so that a large file need not be held as rows.
///
/// Stricter than most readers: nothing is repaired or skipped, because a repaired row in an official file is a lost
/// figure. Quoted fields may hold separators, doubled quotes and line breaks; lines end with LF or CRLF.
package struct RecordReader: Sendable {
    package let delimiter: Delimiter
    private let bytes: [UInt8]
    private let limits: Limits
    private var offset: Int
    private var line = 1
    private var column = 1
    private var width = 0

    /// Settles the separator and checks the size, without reading a record yet.
    package init(
        _ bytes: [UInt8],
        delimiter: DelimiterChoice = .detect,
        limits: Limits = .default
    ) throws(TabularError) {
        guard bytes.count <= limits.bytes else { throw .tooManyBytes(found: bytes.count, limit: limits.bytes) }
        self.bytes = bytes
        self.limits = limits
        offset = bytes.starts(with: Byte.byteOrderMark) ? Byte.byteOrderMark.count : 0
        self.delimiter = try delimiter.settle(for: bytes, from: offset)
    }

    /// Reads the next record, or returns nil at the end of the file.
    ///
    /// The number of fields is not compared between records: `Table` does that. After an error the reader is of no
    /// more use, since the place where the next record begins is unknown.
    package mutating func next() throws(TabularError) -> Row? {
        guard offset < bytes.count else { return nil }
        let start = line
        var fields: [Field] = []
        fields.reserveCapacity(width)
        repeat {
            let place = place(ofField: fields.count + 1)
            guard fields.count < limits.fieldsPerRow else {
                throw .tooManyFields(limit: limits.fieldsPerRow, place)
            }
            let isQuoted = offset < bytes.count && bytes[offset] == Byte.quote
            let text = isQuoted ? try readQuoted(at: place) : try readBare(at: place)
            fields.append(Field(text: text, place: place))
        } while try readSeparator(afterField: fields.count)
        width = fields.count
        return Row(line: start, fields: fields)
    }

    private func place(ofField number: Int) -> Place {
        Place(line: line, column: column, field: number)
    }

    private mutating func readBare(at place: Place) throws(TabularError) -> String {
        let start = offset
        scan: while offset < bytes.count {
            switch bytes[offset] {
            case delimiter.rawValue, Byte.lineFeed, Byte.carriageReturn: break scan
            case Byte.quote: throw .strayQuote(self.place(ofField: place.field))
            case Byte.null: throw .nullByte(self.place(ofField: place.field))
            default: advance()
            }
        }
        guard offset - start <= limits.fieldBytes else { throw .fieldTooLong(limit: limits.fieldBytes, place) }
        return try decode(bytes[start..<offset], from: place)
    }

    private mutating func readQuoted(at place: Place) throws(TabularError) -> String {
        advance()
        let start = offset
        let textPlace = self.place(ofField: place.field)
        var hasDoubledQuote = false
        while true {
            guard offset < bytes.count else { throw .unterminatedQuote(place) }
            guard offset - start <= limits.fieldBytes else { throw .fieldTooLong(limit: limits.fieldBytes, place) }
            switch bytes[offset] {
            case Byte.null:
                throw .nullByte(self.place(ofField: place.field))
            case Byte.quote where offset + 1 < bytes.count && bytes[offset + 1] == Byte.quote:
                hasDoubledQuote = true
                advance()
                advance()
            case Byte.quote:
                let text = try decode(bytes[start..<offset], from: textPlace)
                advance()
                return hasDoubledQuote ? text.replacingDoubledQuotes() : text
            default:
                advance()
            }
        }
    }

    /// Steps over what ends a field and tells whether another field of the same record follows.
    private mutating func readSeparator(afterField number: Int) throws(TabularError) -> Bool {
        guard offset < bytes.count else { return false }
        switch bytes[offset] {
        case delimiter.rawValue:
            advance()
            return true
        case Byte.lineFeed:
            advance()
            return false
        case Byte.carriageReturn where offset + 1 < bytes.count && bytes[offset + 1] == Byte.lineFeed:
            advance()
            advance()
            return false
        case Byte.carriageReturn:
            throw .bareCarriageReturn(place(ofField: number))
        default:
            throw .textAfterQuote(place(ofField: number))
        }
    }

    private mutating func advance() {
        let byte = bytes[offset]
        offset += 1
        if byte == Byte.lineFeed {
            line += 1
            column = 1
        } else if !Byte.isContinuation(byte) {
            column += 1
        }
    }

    private func decode(_ slice: ArraySlice<UInt8>, from place: Place) throws(TabularError) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw .invalidUTF8(Self.firstInvalid(in: slice, from: place))
        }
        return text
    }

    private static func firstInvalid(in slice: ArraySlice<UInt8>, from place: Place) -> Place {
        var line = place.line
        var column = place.column
        var decoder = UTF8()
        var iterator = slice.makeIterator()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            let isLineEnd = scalar == "\n"
            line += isLineEnd ? 1 : 0
            column = isLineEnd ? 1 : column + 1
        }
        return Place(line: line, column: column, field: place.field)
    }
}

extension String {
    /// Returns the text with every pair of quotes made one.
    fileprivate func replacingDoubledQuotes() -> String {
        var result = ""
        var isSecond = false
        for scalar in unicodeScalars {
            if scalar == "\"" {
                isSecond.toggle()
                if !isSecond { continue }
            }
            result.unicodeScalars.append(scalar)
        }
        return result
    }
}
