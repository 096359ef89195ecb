/// Finds the fields of a row by column name, after the table was checked for those columns.
package struct ColumnMap: Sendable, Hashable {
    private let indices: [String: Int]

    init(indices: [String: Int]) {
        self.indices = indices
    }

    /// Returns the 0-based position of a required column.
    ///
    /// Asking for a column that was not required is a programmer mistake.
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
}
