/// Bounds what a reader accepts, so that a hostile or mistaken file costs little.
package struct Limits: Sendable, Hashable {
    /// The size of the whole input, in bytes.
    package var bytes: Int
    /// The number of rows after the header.
    package var rows: Int
    /// The number of fields in one row, the header included.
    package var fieldsPerRow: Int
    /// The size of one field without its surrounding quotes, in bytes.
    package var fieldBytes: Int

    /// Bounds that every file of one KVO area fits with ample room: 32 MiB, 500,000 rows, 256 fields of 64 KiB.
    package static let `default` = Limits()

    package init(
        bytes: Int = 32 * 1024 * 1024,
        rows: Int = 500_000,
        fieldsPerRow: Int = 256,
        fieldBytes: Int = 64 * 1024
    ) {
        self.bytes = bytes
        self.rows = rows
        self.fieldsPerRow = fieldsPerRow
        self.fieldBytes = fieldBytes
    }
}
