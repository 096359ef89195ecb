/// Holds the fields of one record.
package struct Row: Sendable, Hashable {
    /// The physical line on which the record starts, from 1.
    package let line: Int
    package let fields: [Field]

    package init(line: Int, fields: [Field]) {
        self.line = line
        self.fields = fields
    }
}
