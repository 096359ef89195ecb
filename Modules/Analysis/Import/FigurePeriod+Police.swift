import AnalysisDomain
import Scheme

extension FigurePeriod {
    private static let months = [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ]

    /// The forms that ``init(police:)`` reads, for a message.
    static let policeForms = "2023 mei, 2023, 2023MM05 or 2023JJ00"

    /// Reads a period as the police tables write it: of the portal `2023 mei` and `2023`, of OData `2023MM05` and
    /// `2023JJ00`.
    init?(police text: String) {
        guard let year = Int(text.prefix(4)), text.prefix(4).utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let rest = text.dropFirst(4)
        if rest.isEmpty || rest == "JJ00" {
            self.init(year: year)
            return
        }
        let number: Int? =
            if rest.hasPrefix(" ") {
                Self.months.firstIndex(of: String(rest.dropFirst())).map { $0 + 1 }
            } else if rest.hasPrefix("MM"), rest.utf8.count == 4 {
                Int(rest.dropFirst(2))
            } else {
                nil
            }
        guard let number, let month = CalendarMonth(year: year, month: number) else { return nil }
        self.init(month: month)
    }
}
