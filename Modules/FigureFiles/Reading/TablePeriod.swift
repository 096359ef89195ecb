/// A period as the police tables write it: a month or a whole year.
package struct TablePeriod: Sendable, Hashable, Comparable {
    /// The years in which there can be figures.
    package static let years = 1990...2053
    /// The forms that are read, for a message.
    package static let forms = "2022 december, 2022MM12, 2022-12, 2022 or 2022JJ00"

    /// The year, one of ``years``.
    package let year: Int
    /// The month, 1 to 12; 0 for the whole year.
    package let month: Int

    package static let monthNames = [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ]

    /// Makes a period; a year outside ``years`` or a month outside 0 to 12 is none.
    package init?(year: Int, month: Int = 0) {
        guard Self.years.contains(year), (0...12).contains(month) else { return nil }
        (self.year, self.month) = (year, month)
    }

    /// Reads `2022 december`, `2022MM12`, `2022-12`, `2022` or `2022JJ00`; a star of a provisional figure is left out.
    package init?(_ text: String) {
        var text = text[...]
        while text.last == "*" { text.removeLast() }
        let digits = text.prefix(4)
        guard digits.utf8.count == 4, digits.utf8.allSatisfy(Mark.isDigit), let year = Int(digits) else { return nil }
        let rest = text.dropFirst(4)
        if rest.isEmpty || rest == "JJ00" {
            self.init(year: year)
        } else if rest.first == " ", let index = Self.monthNames.firstIndex(of: rest.dropFirst().lowercased()) {
            self.init(year: year, month: index + 1)
        } else if rest.hasPrefix("MM") || rest.hasPrefix("-"), let month = Self.twoDigits(rest), month > 0 {
            self.init(year: year, month: month)
        } else {
            return nil
        }
    }

    /// Whether it is a whole year.
    package var isYear: Bool { month == 0 }

    /// As the portal writes it: `2022 december`, or `2022` for a year.
    package var title: String { isYear ? "\(year)" : "\(year) \(Self.monthNames[month - 1])" }

    package static func < (left: TablePeriod, right: TablePeriod) -> Bool {
        (left.year, left.month) < (right.year, right.month)
    }

    private static func twoDigits(_ text: Substring) -> Int? {
        let digits = text.drop { !$0.isNumber }
        guard digits.utf8.count == 2, digits.utf8.allSatisfy(Mark.isDigit), text.utf8.count <= 4 else { return nil }
        return Int(digits)
    }
}

extension TablePeriod: CustomStringConvertible {
    /// `2022-12`, or `2022` for a year.
    package var description: String { isYear ? "\(year)" : "\(year)-\(month < 10 ? "0" : "")\(month)" }
}
