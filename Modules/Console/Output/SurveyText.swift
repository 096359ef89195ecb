import Contracts

/// Writes what came out of a survey for people: the count before the percentage.
enum SurveyText {
    /// `36 of 113 (32 %)`.
    static func part(_ part: Int, of whole: Int) -> String {
        whole > 0 ? "\(part) of \(whole) (\(percent(Double(part) / Double(whole))) %)" : "\(part) of \(whole)"
    }

    /// A share as percentage points with one decimal: `13.5`.
    static func points(_ share: Double) -> Double { (share * 1000).rounded() / 10 }

    /// A question with its spread and its groups, one row each.
    static func rows(_ question: QuestionResult) -> [[String]] {
        let main = [question.code, question.name] + cells(question.share, missing: "\u{2013}") + [mark(question.marks)]
        let parts = question.parts.map { part in
            ["", "  \(part.answer)", part.count.map(String.init) ?? "hidden", "", "", ""]
        }
        let groups = question.groups.map { group in
            ["", "  \(group.name ?? "not told")"] + cells(group.share, missing: group.isEmpty ? "0" : "hidden")
                + [mark(group.marks)]
        }
        return [main] + parts + groups
    }

    /// A question without an indicator in a line.
    static func lines(_ question: FurtherResult) -> [String] {
        guard let valid = question.valid else { return [] }
        let parts = question.parts.map { "\($0.answer) \($0.count.map(String.init) ?? "hidden")" }
        let sum = question.per100.map { ["\(tenths($0)) for each 100 firms that answered"] } ?? []
        let total = question.total.map { ["\($0) in all"] } ?? []
        let told = (parts + total + sum).joined(separator: ", ")
        return ["\(question.code)  \(question.text) (\(valid) answered)\(told.isEmpty ? "" : ": \(told)")"]
    }

    private static func cells(_ share: ShareResult?, missing: String) -> [String] {
        guard let share else { return [missing, "", ""] }
        let counted = share.value.map { " (\(percent($0)) %)" } ?? ""
        let limits = share.lower.flatMap { lower in share.upper.map { "\(percent(lower))\u{2013}\(percent($0)) %" } }
        let firms = share.firmsLower.flatMap { lower in share.firmsUpper.map { "\(lower)\u{2013}\($0)" } }
        return ["\(share.yes) of \(share.valid)\(counted)", limits ?? "", firms ?? ""]
    }

    private static func mark(_ mark: MarkResult?) -> String {
        guard let mark else { return "" }
        guard let lower = mark.lower, let upper = mark.upper, !mark.allEqual else {
            return "\(tenths(mark.mean)) (all equal)"
        }
        return "\(tenths(mark.mean)) (\(tenths(max(1, lower)))\u{2013}\(tenths(min(10, upper))))"
    }

    private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
}
