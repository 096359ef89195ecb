/// A place in a delivered file.
package struct FilePlace: Codable, Hashable, Sendable, CustomStringConvertible {
    /// The file's name as it was delivered.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column in that line, from 1, in characters.
    package let column: Int

    /// Names a place.
    package init(file: String, line: Int, column: Int) {
        (self.file, self.line, self.column) = (file, line, column)
    }

    package var description: String { "\(file):\(line):\(column)" }
}
