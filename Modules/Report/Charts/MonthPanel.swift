import Contracts
import Scheme
import Statistics

/// The months of one type of crime: the area as a line, and where it would lie by the reference as a grey band.
struct MonthPanel {
    /// The months, oldest first.
    let months: [ReportedMonth]
    /// The title, in the picture shortened.
    let title: String
    /// The largest value of the axis, the same in every panel.
    let top: Int

    private static let (width, height, left, right, upper, lower) = (232.0, 152.0, 26.0, 226.0, 38.0, 126.0)

    /// The picture.
    var drawing: Drawing {
        var drawing = Drawing(width: Self.width, height: Self.height)
        for (line, text) in Drawing.lines(title, width: Self.width - 4).enumerated() {
            drawing.label(text, at: .init(x: 0, y: 12 + Double(line) * 14), bold: true)
        }
        let scale = Scale(of: [0, Double(top)], start: Self.lower, end: Self.upper, count: 3, whole: true)
        for tick in scale.ticks {
            drawing.line(.init(x: Self.left, y: scale(tick)), .init(x: Self.right, y: scale(tick)), Ink.ground)
            drawing.label(
                String(Int(tick)),
                at: .init(x: Self.left - 5, y: scale(tick) + 4),
                .end,
                size: 11,
                colour: Ink.soft
            )
        }
        for part in parts {
            drawBand(part, scale, in: &drawing)
        }
        for part in parts {
            for run in part.split(whereSeparator: { months[$0].area == nil }) {
                let points = run.compactMap { index in
                    months[index].area.map { Drawing.Point(x: x(index), y: scale(Double($0))) }
                }
                drawing.path(points, Ink.area, width: 2)
                if points.count == 1 { drawing.dot(points[0], radius: 2.5, fill: Ink.area) }
            }
        }
        drawMonths(in: &drawing)
        return drawing
    }

    /// The places of the months in parts without a gap.
    private var parts: [[Int]] {
        var parts: [[Int]] = []
        for index in months.indices {
            if index > 0, months[index].month.ordinal == months[index - 1].month.ordinal + 1 {
                parts[parts.count - 1].append(index)
            } else {
                parts.append([index])
            }
        }
        return parts
    }

    private func x(_ index: Int) -> Double {
        guard months.count > 1 else { return (Self.left + Self.right) / 2 }
        // A gap between two windows takes the room of one month.
        let gaps = parts.count - 1
        let before = parts.firstIndex { $0.contains(index) } ?? 0
        let step = (Self.right - Self.left - 8) / Double(months.count - 1 + gaps)
        return Self.left + 4 + step * Double(index + before)
    }

    /// The share of the reference's crimes that fell in the area in the first window.
    private var share: Double? {
        guard let first = parts.first else { return nil }
        let known = first.map { months[$0] }.filter { $0.area != nil && $0.reference != nil }
        let reference = known.compactMap(\.reference).reduce(0, +)
        guard reference > 0 else { return nil }
        return Double(known.compactMap(\.area).reduce(0, +)) / Double(reference)
    }

    /// 95 months of 100 would lie in the band by chance alone, were the area to go as the reference goes.
    private func drawBand(_ part: [Int], _ scale: Scale, in drawing: inout Drawing) {
        guard let share, share > 0 else { return }
        var (uppers, lowers): ([Drawing.Point], [Drawing.Point]) = ([], [])
        for index in part {
            guard let reference = months[index].reference else { continue }
            let expected = share * Double(reference)
            // Refused only for impossible counts; without an expectation there is no band.
            let limits = try? funnelPoisson(expected: expected)
            uppers.append(.init(x: x(index), y: scale(expected * (limits?.narrow.upper ?? 1))))
            lowers.append(.init(x: x(index), y: scale(expected * (limits?.narrow.lower ?? 1))))
        }
        guard uppers.count > 1 else { return }
        drawing.shape(uppers + lowers.reversed(), fill: "#d3d8de")
    }

    private func drawMonths(in drawing: inout Drawing) {
        for part in parts {
            guard let first = part.first, let last = part.last else { continue }
            let middle = (x(first) + x(last)) / 2
            drawing.line(.init(x: x(first), y: Self.lower + 4), .init(x: x(last), y: Self.lower + 4), Ink.rule)
            let from = months[first].month
            let through = months[last].month
            let span = from == through ? "\(short(from))" : "\(short(from))–\(short(through))"
            drawing.label(span, at: .init(x: middle, y: Self.lower + 18), .middle, size: 10.5, colour: Ink.soft)
        }
    }

    private func short(_ month: CalendarMonth) -> String {
        "\(month.month)/\(String(month.year).suffix(2))"
    }
}
