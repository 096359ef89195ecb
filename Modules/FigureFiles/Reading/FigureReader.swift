import Tabular

/// Reads a file of figures of any known layout, and says what is wrong with it and where.
///
/// Withheld stays withheld: an empty count, a dot, or `null` is no 0. Nothing is added up. What is repaired is told in
/// ``warnings``.
package struct FigureReader: Sendable {
    private enum Form {
        case rows(RowReader)
        case wide(TableHead)
        case fireCounts(TableHead)
        case incidents(TableHead)
        case json
    }

    /// What the file is.
    package let layout: FigureLayout
    /// How a table is written; `nil` for JSON.
    package let head: TableHead?
    /// The distinct types, regions and periods so far.
    package private(set) var keys = FigureKeys()
    /// What was repaired or left out.
    package private(set) var warnings: [FigureWarning] = []
    private var form: Form
    private var held: [UInt8] = []

    /// How many bytes are held at most of a layout that is not read row by row.
    private static let heldLimit = 512 * 1024 * 1024

    /// Recognises a file by its first bytes, at least ``TableHead/enough`` of them or all.
    package init(_ start: [UInt8]) throws(FigureFileError) {
        let first = start.first {
            ![Mark.blank, Mark.tab, Mark.lineFeed, Mark.carriageReturn, 0xEF, 0xBB, 0xBF].contains($0)
        }
        if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
            (layout, head, form) = (.odataJSON, nil, .json)
            return
        }
        let head = try TableHead(start)
        self.head = head
        if head.isIncidents {
            (layout, form) = (.fireIncidents, .incidents(head))
        } else if head.isFireCounts {
            (layout, form) = (.fireCounts, .fireCounts(head))
        } else if head.isWide {
            (layout, form) = (.areaTableWide, .wide(head))
        } else {
            try head.requireColumns()
            form = .rows(RowReader(head))
            layout = head.isOData ? .odata : head.isOfArea ? .areaTable : .portal
        }
        if head.hasSeparatorLine {
            warnings.append(
                FigureWarning(text: "a line \u{201c}sep=\u{201d} of a spreadsheet stands first; it was left out.")
            )
        }
    }

    /// Reads the next bytes of the file, from its first byte on.
    ///
    /// - Parameters:
    ///   - chunk: Any number of bytes.
    ///   - isLast: Whether the file ends with them.
    ///   - sink: What takes the cells.
    /// - Throws: What is wrong with the file, with the place.
    package mutating func read(
        _ chunk: [UInt8],
        isLast: Bool,
        into sink: inout some FigureSink
    ) throws(FigureFileError) {
        if case .rows(var reader) = form {
            form = .json
            let told = reader.warnings.count
            try reader.read(chunk, isLast: isLast, into: &sink)
            keys = reader.keys
            warnings += reader.warnings.dropFirst(told)
            form = .rows(reader)
            return
        }
        held.append(contentsOf: chunk)
        guard held.count <= Self.heldLimit else {
            throw .table(.tooManyBytes(found: held.count, limit: Self.heldLimit))
        }
        guard isLast else { return }
        switch form {
        case .rows: break
        case .json:
            var reader = ODataReader(held)
            try reader.read(into: &sink)
            keys = reader.keys
        case .wide(let head):
            var reader = WideReader(head)
            try reader.read(held, into: &sink)
            keys = reader.keys
        case .fireCounts(let head), .incidents(let head):
            var reader = FireReader(head, isCounted: layout == .fireCounts)
            try reader.read(held, into: &sink)
            keys = reader.keys
            warnings += reader.warnings
        }
        held = []
    }
}

extension TableHead {
    /// Whether the rows are incidents of the fire brigade.
    var isIncidents: Bool {
        let found = Set(columns.compactMap { FireColumn(header: $0) })
        return found.contains(.moment) && !found.isDisjoint(with: [.kind, .code, .level1])
            && !roles.contains(.count)
    }

    /// Whether the rows are counts of the fire brigade by month and category.
    var isFireCounts: Bool { Set(columns.map { $0.lowercased() }).isSuperset(of: ["periode", "categorie", "aantal"]) }

    /// Whether the columns after the first ones are periods.
    var isWide: Bool {
        roles.contains(.crime) && !roles.contains(.period) && !roles.contains(.count)
            && columns.contains { TablePeriod($0) != nil }
    }

    /// Whether a column of regions is missing or holds areas.
    var isOfArea: Bool {
        guard let index = roles.firstIndex(of: .region) else { return true }
        return ["gebied", "gebieden", "deelgebied"].contains(columns[index].lowercased())
    }
}
