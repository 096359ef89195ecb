/// A type of crime as a table names it: a code, a code with its title, or the total.
package struct TableCrime: Sendable, Hashable {
    /// The code of the total of all types, which is larger than the sum of the published ones.
    package static let totalCode = "0.0.0"
    /// The title of the total, which has no code in the portal.
    package static let totalTitle = "Totaal misdrijven"

    /// The code, such as `2.5.1`; `nil` for a label without one, as nuisance tables and tailored ones have.
    package let code: String?
    /// The label as written, without the blanks that pad it.
    package let text: String

    package init(_ text: String) {
        self.text = text
        let head = text.prefix { $0 != " " }
        let parts = head.split(separator: ".", omittingEmptySubsequences: false)
        let isCode =
            parts.count == 3
            && parts.allSatisfy { (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy(Mark.isDigit) }
        code = isCode ? String(head) : text == Self.totalTitle ? Self.totalCode : nil
    }

    /// Whether it is the total, which stands beside its parts and is never added to them.
    package var isTotal: Bool { code == Self.totalCode || text.hasPrefix("Totaal") }
    /// What tells it from others: the code, or the label where there is none.
    package var key: String { code ?? text }

    /// Puts codes in order of their numbers, 2.6.2 before 2.6.10, and labels without a code behind them.
    package static func precedes(_ left: TableCrime, _ right: TableCrime) -> Bool {
        guard let first = left.numbers, let second = right.numbers else {
            return left.code != nil || (right.code == nil && left.text < right.text)
        }
        return first == second ? left.text < right.text : first.lexicographicallyPrecedes(second)
    }

    private var numbers: [Int]? { code?.split(separator: ".").compactMap { Int($0) } }
}
