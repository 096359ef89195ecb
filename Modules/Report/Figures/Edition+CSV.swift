extension Edition {
    /// Every number shown, one a line.
    var csv: String {
        let head = ["onderdeel", "code", "naam", "grootheid", "meting", "waarde", "getoond"]
        let lines = rows.map { row in
            [
                row.part, row.id, row.name, row.quantity, row.measurement.map(String.init) ?? "",
                row.value.map(machine) ?? "", row.shown,
            ]
        }
        // Without the mark, a spreadsheet reads the letters of another code page.
        return "\u{FEFF}" + CSVText.text(of: [head.map { texts("csv.\($0)") }] + lines)
    }

    /// The number with all its digits and the decimal sign that a spreadsheet of this language reads.
    private func machine(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        let text = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
        return text.replacing(".", with: texts("getal.decimaal"))
    }
}
