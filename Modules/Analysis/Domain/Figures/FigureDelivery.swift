/// Figures have been delivered.
package struct FigureDelivery: Hashable, Sendable {
    /// The months.
    package let window: MonthWindow
    /// The number of figures taken over.
    package let rows: Int
    /// The number of them that the source withholds.
    package let withheld: Int
    /// The source, as it must be named.
    package let source: String
    /// SHA-256 of the file, hexadecimal.
    package let digest: String

    /// Makes the value.
    package init(window: MonthWindow, rows: Int, withheld: Int, source: String, digest: String) {
        self.window = window
        self.rows = rows
        self.withheld = withheld
        self.source = source
        self.digest = digest
    }
}
