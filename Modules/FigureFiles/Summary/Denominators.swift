import Tabular

/// The establishments of each region, over which rates are taken.
package struct Denominators: Sendable, Hashable {
    /// The number of establishments by region code or name.
    package let establishments: [String: Int]

    private static let names: Set<String> = ["vestigingen", "bedrijfsvestigingen", "bedrijven", "aantal vestigingen"]

    /// Reads a table with a column of regions and one of establishments (`WijkenEnBuurten;Vestigingen`).
    package init(_ bytes: [UInt8]) throws(FigureFileError) {
        let table: Table
        do { table = try Table(parsing: bytes) } catch { throw .table(error) }
        let header = table.headerRow.fields
        guard let region = header.firstIndex(where: { TableColumn(header: $0.text) == .region }),
            let count = header.firstIndex(where: { Self.names.contains($0.text.trimmedBlanks.lowercased()) })
        else {
            throw .denominators(
                "a column \u{201c}WijkenEnBuurten\u{201d} with the regions and a column \u{201c}Vestigingen\u{201d} with "
                    + "the establishments are needed; name them so",
                header[0].place
            )
        }
        var establishments: [String: Int] = [:]
        for row in table.rows {
            let text = row.fields[count].text.trimmedBlanks
            guard !text.isEmpty else { continue }
            guard let number = Int(text), (0...100_000_000).contains(number) else {
                throw .unreadableCount(text, row.fields[count].place)
            }
            let name = row.fields[region].text.trimmedBlanks
            guard establishments.updateValue(number, forKey: name) == nil else {
                throw .denominators("\(name) has two of them; keep one", row.fields[region].place)
            }
        }
        self.establishments = establishments
    }
}
