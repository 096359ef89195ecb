import Contracts

/// Problems by how likely they are and how serious, with the range of the likelihood.
struct RiskQuadrant {
    /// A problem.
    struct Item {
        /// Its identifier.
        let label: String
        /// How likely it is, with the range.
        let likelihood: RiskClass
        /// How serious it is, 1 to 5.
        let impact: Int
    }

    /// The problems.
    let items: [Item]
    /// What the axes tell.
    let axes: (across: String, up: String)
    /// The five classes of likelihood in words.
    let classes: [String]

    private static let (left, upper, cellWidth, cellHeight) = (40.0, 26.0, 108.0, 58.0)

    /// The picture.
    var drawing: Drawing {
        var drawing = Drawing(width: 600, height: Self.upper + 5 * Self.cellHeight + 44)
        for column in 1...5 {
            for row in 1...5 {
                drawing.box(
                    .init(x: Self.left + Double(column - 1) * Self.cellWidth, y: y(row) - Self.cellHeight / 2),
                    width: Self.cellWidth,
                    height: Self.cellHeight,
                    fill: Self.ground(column * row),
                    stroke: "#ffffff"
                )
            }
            drawing.label(
                classes[column - 1],
                at: .init(x: x(column), y: Self.upper + 5 * Self.cellHeight + 16),
                .middle,
                colour: Ink.soft
            )
            drawing.label(String(column), at: .init(x: Self.left - 10, y: y(column) + 4), .end, colour: Ink.soft)
        }
        drawing.label(axes.up, at: .init(x: 0, y: 14), colour: Ink.soft)
        drawing.label(
            axes.across,
            at: .init(x: x(3), y: Self.upper + 5 * Self.cellHeight + 36),
            .middle,
            colour: Ink.soft
        )
        // Those of one row stand below one another, so that their ranges do not cover each other.
        for (_, row) in Dictionary(grouping: items, by: \.impact).sorted(by: { $0.key < $1.key }) {
            for (index, item) in row.enumerated() {
                let offset = (Double(index) - Double(row.count - 1) / 2) * min(20, 50 / Double(row.count))
                draw(item, at: y(item.impact) + offset, in: &drawing)
            }
        }
        return drawing
    }

    private func draw(_ item: Item, at y: Double, in drawing: inout Drawing) {
        let range = (x(item.likelihood.lowest), x(item.likelihood.highest))
        if range.0 != range.1 {
            drawing.line(.init(x: range.0, y: y), .init(x: range.1, y: y), Ink.text, width: 2)
        }
        let middle = x(item.likelihood.value)
        drawing.dot(.init(x: middle, y: y), radius: 5, fill: Ink.text)
        drawing.label(item.label, at: .init(x: middle + 8, y: y - 4), size: 11, bold: true)
    }

    private func x(_ column: Int) -> Double {
        Self.left + (Double(min(max(column, 1), 5)) - 0.5) * Self.cellWidth
    }

    private func y(_ row: Int) -> Double {
        Self.upper + (5.5 - Double(min(max(row, 1), 5))) * Self.cellHeight
    }

    private static func ground(_ product: Int) -> String {
        switch product {
        case ..<5: "#f1f3f5"
        case ..<10: "#e4e7eb"
        case ..<15: "#d3d8de"
        default: "#bcc5cf"
        }
    }
}
