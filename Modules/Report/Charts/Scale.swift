/// Maps values to pixels, with round numbers as marks.
struct Scale {
    /// The first value.
    let from: Double
    /// The last value.
    let through: Double
    /// The pixel of the first value.
    let start: Double
    /// The pixel of the last value.
    let end: Double
    /// The distance of the marks.
    let step: Double

    /// Widens the span of the values to whole steps, about `count` of them.
    init(of values: [Double], start: Double, end: Double, count: Int = 5, whole: Bool = false) {
        let low = values.min() ?? 0
        let high = max(values.max() ?? 1, low)
        let span = high > low ? high - low : 1
        let rough = span / Double(max(1, count))
        var unit = 1.0
        while unit * 10 <= rough { unit *= 10 }
        while unit > rough { unit /= 10 }
        let step = [1, 2, 5, 10].map { $0 * unit }.first { $0 >= rough * 0.999_999 } ?? rough
        self.step = whole ? max(1, step.rounded(.up)) : step
        from = (low / self.step).rounded(.down) * self.step
        let last = (high / self.step).rounded(.up) * self.step
        through = last > from ? last : from + self.step
        (self.start, self.end) = (start, end)
    }

    /// The pixel of a value; what lies outside stands at the edge.
    func callAsFunction(_ value: Double) -> Double {
        let part = (min(max(value, from), through) - from) / (through - from)
        return start + part * (end - start)
    }

    /// The marks.
    var ticks: [Double] {
        let count = Int(((through - from) / step).rounded())
        return (0...max(1, count)).map { from + Double($0) * step }
    }
}
