/// Finds the fields of a row by column name, after the table was checked for those columns.
package struct ColumnMap: Sendable, Hashable {
    private let indices: [String: Int]

    init(indices: [String: Int]) {
        self.indices = indices
    }

    /// Returns the 0-based position of a required column.
    ///
    /// Asking for a column that was not required, or an optional one that the file lacks, is a programmer mistake.
    package subscript(_ name: String) -> Int {
        guard let index = indices[name] else {
            preconditionFailure("the column \(name) was not required of this table")
        }
        return index
    }

    /// Returns the field of a required column.
    package func field(_ name: String, of row: Row) -> Field {
        row.fields[self[name]]
    }

    /// Returns the field of an optional column, or nil when the file lacks the column.
    package func optionalField(_ name: String, of row: Row) -> Field? {
        indices[name].map { row.fields[$0] }
    }
}
