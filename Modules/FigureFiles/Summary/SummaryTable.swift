/// Writes groups as lines of a table, with `;` between fields and a point in numbers.
package struct SummaryTable: Sendable {
    /// The first line.
    package static let header = Array(
        ("region;crimeType;year;count;months;exposure;rate;rateLower;rateUpper;ratio;ratioLower;ratioUpper;p\n").utf8
    )

    private let summary: FigureSummary
    private let areas: [[UInt8]]
    private let crimes: [[UInt8]]

    /// Prepares the names.
    package init(_ summary: FigureSummary) {
        self.summary = summary
        areas = summary.areas.map { Self.quoted($0.text) }
        crimes = summary.crimes.map { Self.quoted($0.text) }
    }

    /// The lines of a run of groups; what is undefined or unbounded is an empty field.
    package func lines(_ statistics: GroupStatistics) -> [UInt8] {
        var line = NumberText()
        line.reserve(statistics.range.count * 140)
        for (index, group) in zip(statistics.exposures.indices, summary.groups[statistics.range]) {
            line.append(areas[Int(group.area)])
            line.append(crimes[Int(group.crime)])
            line.append(Int(group.year))
            line.append(group.count)
            line.append(Int(group.months))
            line.append(statistics.exposures[index])
            line.append(statistics.rates[index])
            line.append(statistics.rateLower[index])
            line.append(statistics.rateUpper[index])
            line.append(statistics.ratios[index])
            line.append(statistics.ratioLower[index])
            line.append(statistics.ratioUpper[index])
            line.append(statistics.probabilities[index])
            line.endLine()
        }
        return line.bytes
    }

    private static func quoted(_ text: String) -> [UInt8] {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: ";") || $0 == Mark.quote || $0 < Mark.blank }) else {
            return Array(text.utf8)
        }
        var bytes = [Mark.quote]
        for byte in text.utf8 {
            if byte == Mark.quote { bytes.append(Mark.quote) }
            bytes.append(byte)
        }
        return bytes + [Mark.quote]
    }
}
