import Tabular

/// Reads the reply of OData: an object with `value`, or the array itself, of flat objects with padded keys.
///
/// A count may be a number, text padded with blanks, text with a dot, or `null`; the last two are withheld.
struct ODataReader {
    private(set) var keys = FigureKeys()
    private let bytes: [UInt8]
    private var offset = 0
    private var line = 1
    private var lineStart = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// A value of a flat object.
    private enum Value {
        case text(String)
        case number(Int?)
        case null
        case other
    }

    mutating func read(into sink: inout some FigureSink) throws(FigureFileError) {
        if bytes.starts(with: Mark.byteOrderMark) { offset = 3 }
        skipBlanks()
        var rows = 0
        if peek == UInt8(ascii: "{") {
            try expect("{")
            var isFound = false
            while !isFound {
                let name = try string()
                try expect(":")
                if name == "value" {
                    isFound = true
                } else {
                    try skipValue(depth: 0)
                    skipBlanks()
                    guard peek == UInt8(ascii: ",") else {
                        throw .unknownColumns([name], missing: ["value"], place)
                    }
                    try expect(",")
                }
            }
        }
        try expect("[")
        skipBlanks()
        while peek != UInt8(ascii: "]") {
            try object(&sink)
            rows += 1
            skipBlanks()
            guard peek == UInt8(ascii: ",") else { break }
            try expect(",")
        }
        try expect("]")
        guard rows > 0 else { throw .noRows(place) }
    }

    private mutating func object(_ sink: inout some FigureSink) throws(FigureFileError) {
        try expect("{")
        let start = place
        var names: [String] = []
        var values: [TableColumn: (value: Value, place: Place)] = [:]
        skipBlanks()
        while peek != UInt8(ascii: "}") {
            let name = try string()
            try expect(":")
            skipBlanks()
            let place = place
            let value = try value()
            names.append(name)
            if let column = TableColumn(header: name) { values[column] = (value, place) }
            skipBlanks()
            guard peek == UInt8(ascii: ",") else { break }
            try expect(",")
        }
        try expect("}")
        guard let count = values[.count] else {
            let missing = TableColumn.allCases.filter { values[$0] == nil }.map(\.title)
            throw .unknownColumns(names, missing: missing, start)
        }
        let crime = try key(.crime, values, names, start)
        let region = try key(.region, values, names, start)
        let text = try key(.period, values, names, start)
        guard let period = TablePeriod(text) else {
            throw .unreadablePeriod(text, values[.period]?.place ?? start)
        }
        let cell = FigureCell(
            crime: keys.number(ofCrime: crime),
            region: keys.number(ofRegion: region),
            period: keys.number(of: period),
            count: try number(count.value, count.place),
            line: start.line
        )
        guard keys.crimes.count <= CellTable.crimeLimit else {
            throw .tooManyValues(column: TableColumn.crime.title, limit: CellTable.crimeLimit, start)
        }
        let row = FigureRow(line: start.line, places: values.mapValues(\.place))
        guard sink.take(cell, of: keys, in: row) else { throw .repeatedCell("\(crime), \(region), \(period)", start) }
    }

    private func key(
        _ column: TableColumn,
        _ values: [TableColumn: (value: Value, place: Place)],
        _ names: [String],
        _ start: Place
    ) throws(FigureFileError) -> String {
        guard let found = values[column] else { throw .unknownColumns(names, missing: [column.title], start) }
        guard case .text(let text) = found.value, !text.trimmedBlanks.isEmpty else {
            throw .emptyKey(column: column.title, found.place)
        }
        return text.trimmedBlanks
    }

    private func number(_ value: Value, _ place: Place) throws(FigureFileError) -> Int? {
        switch value {
        case .null: return nil
        case .number(let number?) where (0...999_999_999).contains(number): return number
        case .number, .other: throw .unreadableCount("a value that is no whole number", place)
        case .text(let text): return try Field(text: text, place: place).figure()
        }
    }
}

extension ODataReader {
    private var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    private var place: Place { Place(line: line, column: offset - lineStart + 1, field: 1) }

    private mutating func skipBlanks() {
        while let byte = peek, byte == Mark.blank || byte == Mark.tab || byte == 0x0A || byte == 0x0D {
            offset += 1
            if byte == Mark.lineFeed {
                line += 1
                lineStart = offset
            }
        }
    }

    private mutating func expect(_ character: Character) throws(FigureFileError) {
        skipBlanks()
        guard let byte = peek else { throw .cutOff(place) }
        guard byte == character.asciiValue else {
            throw .damagedJSON("\u{201c}\(character)\u{201d} is expected", place)
        }
        offset += 1
    }

    private mutating func string() throws(FigureFileError) -> String {
        try expect("\"")
        var text: [UInt8] = []
        while let byte = peek, byte != Mark.quote {
            offset += 1
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            guard let escaped = peek else { throw .cutOff(place) }
            offset += 1
            switch escaped {
            case UInt8(ascii: "n"): text.append(Mark.lineFeed)
            case UInt8(ascii: "t"): text.append(Mark.tab)
            case UInt8(ascii: "r"): text.append(Mark.carriageReturn)
            case UInt8(ascii: "u"):
                guard offset + 4 <= bytes.count else { throw .cutOff(place) }
                let digits = String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self)
                guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else {
                    throw .damagedJSON("\u{201c}\\u\(digits)\u{201d} is no character", place)
                }
                text += Array(String(scalar).utf8)
                offset += 4
            default: text.append(escaped)
            }
        }
        guard peek != nil else { throw .cutOff(place) }
        offset += 1
        guard let string = String(validating: text, as: UTF8.self) else { throw .table(.invalidUTF8(place)) }
        return string
    }

    private mutating func value() throws(FigureFileError) -> Value {
        skipBlanks()
        guard let byte = peek else { throw .cutOff(place) }
        if byte == Mark.quote { return .text(try string()) }
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
            try skipValue(depth: 0)
            return .other
        }
        let start = offset
        while let byte = peek, !",]} \t\r\n".utf8.contains(byte) { offset += 1 }
        let word = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard !word.isEmpty else { throw .damagedJSON("a value is expected", place) }
        return word == "null" ? .null : .number(Int(word))
    }

    private mutating func skipValue(depth: Int) throws(FigureFileError) {
        guard depth < 32 else { throw .damagedJSON("it is nested too deep", place) }
        skipBlanks()
        guard let open = peek else { throw .cutOff(place) }
        guard open == UInt8(ascii: "{") || open == UInt8(ascii: "[") else {
            _ = try value()
            return
        }
        let close: Character = open == UInt8(ascii: "{") ? "}" : "]"
        offset += 1
        skipBlanks()
        while peek != close.asciiValue {
            if close == "}" {
                _ = try string()
                try expect(":")
            }
            try skipValue(depth: depth + 1)
            skipBlanks()
            guard peek == UInt8(ascii: ",") else { break }
            try expect(",")
        }
        try expect(close)
    }
}
