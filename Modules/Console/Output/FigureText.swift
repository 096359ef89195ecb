import Contracts

/// Writes a figure for people: the count before the percentage.
enum FigureText {
    /// `9 of 27 (33 %)`, or the count.
    static func value(_ figure: Figure) -> String {
        switch figure.unit {
        case .share:
            guard let value = figure.value, let outOf = figure.outOf else { return "–" }
            return "\(figure.count) of \(outOf) (\(percent(value)) %)"
        case .count: return String(figure.count)
        case .ratePer100: return figure.value.map { "\(tenths($0)) per 100" } ?? "–"
        }
    }

    /// `19–51 %`, or nothing when there is no interval.
    static func interval(_ figure: Figure) -> String {
        guard let lower = figure.lower, let upper = figure.upper else { return "" }
        return switch figure.unit {
        case .share: "\(percent(lower))–\(percent(upper)) %"
        case .count, .ratePer100: "\(tenths(lower))–\(tenths(upper))"
        }
    }

    /// A value of an indicator: a share of the survey as a percentage, anything else as a number.
    static func amount(_ value: Double, of indicator: String) -> String {
        indicator.hasPrefix("enquete.") ? "\(percent(value)) %" : "\(tenths(value))"
    }

    private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }
}
