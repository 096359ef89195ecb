/// Locates one field or character in a CSV file, the way an editor shows it.
///
/// All three numbers start at 1. A byte-order mark has no column of its own.
package struct Place: Sendable, Hashable {
    /// The physical line; line breaks inside quotes count as well.
    package let line: Int
    /// The character position within that line, counted in Unicode scalars.
    package let column: Int
    /// The number of the field within its row, whatever its width in characters.
    package let field: Int

    package init(line: Int, column: Int, field: Int) {
        self.line = line
        self.column = column
        self.field = field
    }

    /// Composes `file:line:column: message`, the form that editors and terminals can jump to.
    package func describe(_ message: String, file: String) -> String {
        "\(file):\(line):\(column): \(message)"
    }
}
