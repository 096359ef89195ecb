/// Collects the numbers of the report about one thing.
struct RowWriter {
    /// The part of the report.
    let part: String
    /// What the numbers are about.
    let id: String
    /// That in words.
    let name: String
    /// The texts, for the names of the numbers and their form.
    let texts: Texts
    /// What was collected.
    private(set) var rows: [FigureRow] = []

    init(_ part: String, _ id: String, _ name: String, _ texts: Texts) {
        (self.part, self.id, self.name, self.texts) = (part, id, name, texts)
    }

    /// Adds a number as it is shown; nothing when there is none.
    mutating func add(_ quantity: String, _ value: Double?, _ shown: String, in measurement: Int? = nil) {
        guard let value else { return }
        rows.append(
            FigureRow(
                part: part,
                id: id,
                name: name,
                quantity: texts("grootheid.\(quantity)"),
                measurement: measurement,
                value: value,
                shown: shown
            )
        )
    }

    /// Adds a count.
    mutating func add(count: Int?, _ quantity: String, in measurement: Int? = nil) {
        guard let count else { return }
        add(quantity, Double(count), texts.write(.count(count)), in: measurement)
    }

    /// Adds a number with decimals.
    mutating func add(_ quantity: String, _ value: Double?, decimals: Int, in measurement: Int? = nil) {
        guard let value else { return }
        add(quantity, value, texts.write(.number(value, decimals: decimals)), in: measurement)
    }

    /// Adds a share as it is shown: a whole percentage.
    mutating func add(share: Double?, _ quantity: String, in measurement: Int? = nil) {
        guard let share else { return }
        add(quantity, share, texts.percent(share), in: measurement)
    }

    /// Adds a change in whole numbers with its sign.
    mutating func add(signed value: Double?, _ quantity: String) {
        guard let value else { return }
        add(quantity, value, texts.write(.signed(value)))
    }

    /// Adds what another one collected.
    mutating func append(_ other: RowWriter) { rows += other.rows }
}
