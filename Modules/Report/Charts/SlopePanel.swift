import Contracts

/// Two counts of one type of crime with their intervals, where no months were delivered.
struct SlopePanel {
    /// The earlier count.
    let before: ReportedCount?
    /// The later one.
    let now: ReportedCount?
    /// The title, in the picture shortened.
    let title: String
    /// The largest value of the axis, the same in every panel.
    let top: Double
    /// What stands under the two ends.
    let ends: (String, String)

    private static let (width, height, upper, lower) = (232.0, 152.0, 46.0, 126.0)

    /// The picture.
    var drawing: Drawing {
        var drawing = Drawing(width: Self.width, height: Self.height)
        for (line, text) in Drawing.lines(title, width: Self.width - 4).enumerated() {
            drawing.label(text, at: .init(x: 0, y: 12 + Double(line) * 14), bold: true)
        }
        let scale = Scale(of: [0, top], start: Self.lower, end: Self.upper, count: 3)
        drawing.line(.init(x: 20, y: Self.lower), .init(x: Self.width - 20, y: Self.lower), Ink.rule)
        let places = [(before, 64.0, ends.0), (now, 168.0, ends.1)]
        drawing.path(
            places.compactMap { count, x, _ in
                count.map { Drawing.Point(x: x, y: scale(Double($0.count))) }
            },
            Ink.area
        )
        for (count, x, end) in places {
            drawing.label(end, at: .init(x: x, y: Self.lower + 18), .middle, size: 11, colour: Ink.soft)
            guard let count else { continue }
            if let lower = count.lower, let upper = count.upper {
                drawing.line(.init(x: x, y: scale(lower)), .init(x: x, y: scale(upper)), Ink.area, width: 1.5)
            }
            let y = scale(Double(count.count))
            drawing.dot(.init(x: x, y: y), radius: 4, fill: Ink.area)
            drawing.label(
                String(count.count),
                at: .init(x: x + (x < 100 ? -10 : 10), y: y + 4),
                x < 100 ? .end : .start,
                bold: true
            )
        }
        return drawing
    }
}
