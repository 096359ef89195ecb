import Scheme

extension Texts {
    /// A value in this language.
    func write(_ fill: Fill) -> String {
        switch fill {
        case .count(let count): whole(count)
        case .number(let value, let decimals): number(value, decimals: decimals)
        case .percent(let share): number(100 * share, decimals: 0)
        case .signed(let value): signed(value)
        case .day(let day): write(day)
        case .months(let first, let last): write(first, last)
        case .text(let text): text
        }
    }

    /// A share as a whole percentage with its sign.
    func percent(_ share: Double) -> String { self("getal.procent", ["getal": .percent(share)]) }

    private func whole(_ count: Int) -> String { number(Double(count), decimals: 0) }

    /// A number rounded half away from zero, with the language's signs; a nought has no sign.
    private func number(_ value: Double, decimals: Int) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return self("getal.geen") }
        var unit = 1
        for _ in 0..<decimals { unit *= 10 }
        let scaled = Int((abs(value) * Double(unit)).rounded(.toNearestOrAwayFromZero))
        var text = grouped(String(scaled / unit))
        if decimals > 0 {
            let part = String(scaled % unit)
            text += self("getal.decimaal") + String(repeating: "0", count: decimals - part.count) + part
        }
        return (value < 0 && scaled > 0 ? "\u{2212}" : "") + text
    }

    private func signed(_ value: Double) -> String {
        let text = number(value, decimals: 0)
        return value > 0 && text != "0" && text != self("getal.geen") ? "+" + text : text
    }

    private func grouped(_ digits: String) -> String {
        guard digits.count > 3 else { return digits }
        return grouped(String(digits.dropLast(3))) + self("getal.duizend") + digits.suffix(3)
    }

    private func write(_ day: CalendarDate) -> String {
        self(
            "datum.dag",
            [
                "dag": .text(String(day.day)), "maand": .text(self("maand.\(day.month)")),
                "jaar": .text(String(day.year)),
            ]
        )
    }

    private func write(_ month: CalendarMonth) -> String {
        self("datum.maand", ["maand": .text(self("maand.\(month.month)")), "jaar": .text(String(month.year))])
    }

    private func write(_ first: CalendarMonth, _ last: CalendarMonth) -> String {
        if first == last { return write(first) }
        if first.year == last.year, first.month == 1, last.month == 12 { return String(first.year) }
        return self("datum.periode", ["van": .text(write(first)), "tot": .text(write(last))])
    }
}
