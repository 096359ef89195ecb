/// Figures with their intervals below one another on one axis.
struct ForestPlot {
    /// A figure.
    struct Row {
        /// What it is, in the picture shortened.
        let label: String
        /// The figure.
        let value: Double
        /// The lower limit; `nil` for what was counted in full or is not bounded.
        let lower: Double?
        /// The upper limit.
        let upper: Double?
        /// What it was.
        var base: Double?
        /// What it is to become.
        var target: Double?
        /// How it is judged.
        let verdict: Verdict
        /// That verdict in words.
        let word: String
    }

    /// The figures.
    let rows: [Row]
    /// Where a line stands: no difference; `nil` for none.
    var zero: Double?
    /// What the axis tells.
    let axis: String
    /// Values that the axis holds in any case.
    var span: [Double] = []
    /// A value of the axis as text.
    let write: (Double) -> String
    /// What the marks mean.
    let legend: [(mark: Mark, word: String)]

    /// The marks of the legend.
    enum Mark { case value, base, target }

    private static let (left, right, wordLeft, width) = (210.0, 560.0, 574.0, 720.0)
    private static let rowHeight = 40.0

    /// The picture.
    var drawing: Drawing {
        let top = legend.isEmpty ? 6.0 : 30.0
        let bottom = top + Double(rows.count) * Self.rowHeight
        var drawing = Drawing(width: Self.width, height: bottom + 46)
        let values = rows.flatMap { [$0.value, $0.lower, $0.upper, $0.base, $0.target].compactMap(\.self) }
        let scale = Scale(of: values + span + [zero].compactMap(\.self), start: Self.left, end: Self.right)
        for tick in scale.ticks {
            let x = scale(tick)
            drawing.line(.init(x: x, y: top), .init(x: x, y: bottom), Ink.ground)
            drawing.label(write(tick), at: .init(x: x, y: bottom + 16), .middle, colour: Ink.soft)
        }
        drawing.label(axis, at: .init(x: (Self.left + Self.right) / 2, y: bottom + 36), .middle, colour: Ink.soft)
        if let zero {
            drawing.line(.init(x: scale(zero), y: top), .init(x: scale(zero), y: bottom), Ink.soft, width: 1.5)
        }
        drawLegend(in: &drawing)
        for (index, row) in rows.enumerated() {
            draw(row, at: top + (Double(index) + 0.5) * Self.rowHeight, scale, in: &drawing)
        }
        return drawing
    }

    private func draw(_ row: Row, at y: Double, _ scale: Scale, in drawing: inout Drawing) {
        let colour = row.verdict.colour
        let labels = Drawing.lines(row.label, width: Self.left - 16)
        for (line, text) in labels.enumerated() {
            let offset = labels.count == 1 ? 4.0 : Double(line) * 14 - 3
            drawing.label(text, at: .init(x: 0, y: y + offset))
        }
        if let lower = row.lower, let upper = row.upper {
            drawing.line(.init(x: scale(lower), y: y), .init(x: scale(upper), y: y), colour, width: 2.5)
            for limit in [lower, upper] {
                drawing.line(.init(x: scale(limit), y: y - 5), .init(x: scale(limit), y: y + 5), colour, width: 2.5)
            }
        }
        if let target = row.target { Self.mark(.target, at: .init(x: scale(target), y: y), colour, in: &drawing) }
        if let base = row.base { Self.mark(.base, at: .init(x: scale(base), y: y), colour, in: &drawing) }
        Self.mark(.value, at: .init(x: scale(row.value), y: y), colour, in: &drawing)
        let words = Drawing.lines(row.word, width: Self.width - Self.wordLeft - 18, atMost: 3)
        let first = y + 4 - Double(words.count - 1) * 7
        for (line, text) in words.enumerated() {
            drawing.label(text, at: .init(x: Self.wordLeft, y: first + Double(line) * 14), colour: colour, bold: true)
        }
    }

    private func drawLegend(in drawing: inout Drawing) {
        var x = Self.left
        for item in legend {
            Self.mark(item.mark, at: .init(x: x + 6, y: 10), Ink.soft, in: &drawing)
            drawing.label(item.word, at: .init(x: x + 18, y: 14), colour: Ink.soft)
            x += 18 + Drawing.width(of: item.word) + 22
        }
    }

    private static func mark(_ mark: Mark, at point: Drawing.Point, _ colour: String, in drawing: inout Drawing) {
        switch mark {
        case .value: drawing.dot(point, radius: 5.5, fill: colour)
        case .base: drawing.dot(point, radius: 5, fill: "#ffffff", stroke: colour)
        case .target:
            drawing.shape(
                [
                    .init(x: point.x, y: point.y - 8), .init(x: point.x + 6, y: point.y),
                    .init(x: point.x, y: point.y + 8), .init(x: point.x - 6, y: point.y),
                ],
                fill: "#ffffff",
                stroke: Ink.target
            )
        }
    }
}
