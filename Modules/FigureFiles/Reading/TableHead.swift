package import Tabular

/// What the first lines of a table say: how it is written and which columns it has.
package struct TableHead: Sendable {
    /// The byte between fields.
    package let delimiter: UInt8
    /// The names of all columns, as delivered, without padding.
    package let columns: [String]
    /// Where the first row begins.
    package let firstRow: Int
    /// The line on which the first row begins, from 1.
    package let firstLine: Int
    /// Whether a byte order mark stands before the first line.
    package let hasByteOrderMark: Bool
    /// Whether the lines end with CRLF.
    package let endsLinesWithCRLF: Bool
    /// Whether a line `sep=;`, which a spreadsheet adds or was helped with, stands first.
    package let hasSeparatorLine: Bool
    let roles: [CellScanner.Role]
    let fields: [Field]

    /// Whether the columns have the names of OData.
    package var isOData: Bool { columns.contains { TableColumn.odata.contains($0) } }

    /// The name that the file has for a column; nothing for one that it lacks.
    package func title(of column: TableColumn) -> String {
        roles.firstIndex(of: column.role).map { columns[$0] } ?? ""
    }

    /// The place of a column's name; that of the header for one that it lacks.
    package func place(of column: TableColumn?) -> Place {
        let index = column.flatMap { roles.firstIndex(of: $0.role) } ?? 0
        return fields[index].place
    }
}

extension TableColumn {
    /// The names of OData, which tell a download of it from one of the portal.
    static let odata: Set<String> = ["SoortMisdrijf", "WijkenEnBuurten", "RegioS", "GeregistreerdeMisdrijven_1"]

    var role: CellScanner.Role {
        switch self {
        case .crime: .crime
        case .region: .region
        case .period: .period
        case .count: .count
        }
    }
}
