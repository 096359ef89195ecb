import Statistics

/// Areas by how many events were to be expected of them, with the limits of chance.
struct FunnelPlot {
    /// An area.
    struct Dot {
        /// Its name.
        let label: String
        /// The expected number, above 0.
        let expected: Double
        /// The observed number over the expected one.
        let ratio: Double
        /// Whether it is the area of the report.
        let isOwn: Bool
    }

    /// The areas.
    let dots: [Dot]
    /// What the axes tell.
    let axes: (across: String, up: String)
    /// The words for the limits of 95 % and of 99.8 %.
    let limits: (narrow: String, wide: String)
    /// A number of the axes as text.
    let write: (Double) -> String

    private static let (width, height, left, right, upper, lower) = (720.0, 380.0, 52.0, 600.0, 34.0, 324.0)

    /// The picture.
    var drawing: Drawing {
        var drawing = Drawing(width: Self.width, height: Self.height)
        let most = dots.map(\.expected).max() ?? 1
        let across = Scale(of: [0, most * 1.25], start: Self.left, end: Self.right)
        let highest = max(2, (dots.map(\.ratio).max() ?? 1) * 1.1)
        let up = Scale(of: [0, min(highest, 6)], start: Self.lower, end: Self.upper)
        for tick in across.ticks {
            drawing.label(write(tick), at: .init(x: across(tick), y: Self.lower + 18), .middle, colour: Ink.soft)
        }
        for tick in up.ticks {
            drawing.line(.init(x: Self.left, y: up(tick)), .init(x: Self.right, y: up(tick)), Ink.ground)
            drawing.label(write(tick), at: .init(x: Self.left - 8, y: up(tick) + 4), .end, colour: Ink.soft)
        }
        drawing.label(axes.up, at: .init(x: 0, y: 14), colour: Ink.soft)
        drawing.label(
            axes.across,
            at: .init(x: (Self.left + Self.right) / 2, y: Self.lower + 44),
            .middle,
            colour: Ink.soft
        )
        drawing.line(.init(x: Self.left, y: up(1)), .init(x: Self.right, y: up(1)), Ink.soft, width: 1.5)
        drawLimits(across, up, in: &drawing)
        for dot in dots {
            let point = Drawing.Point(x: across(dot.expected), y: up(dot.ratio))
            drawing.dot(point, radius: dot.isOwn ? 7 : 5, fill: dot.isOwn ? Ink.area : "#ffffff", stroke: Ink.area)
            let isFar = point.x > (Self.left + Self.right) / 2
            // The lines would run through the name.
            let room = Drawing.width(of: dot.label, size: 13)
            drawing.box(
                .init(x: isFar ? point.x - 12 - room : point.x + 9, y: point.y - 20),
                width: room + 4,
                height: 15,
                fill: "#ffffff"
            )
            drawing.label(
                dot.label,
                at: .init(x: point.x + (isFar ? -11 : 11), y: point.y - 8),
                isFar ? .end : .start,
                bold: dot.isOwn
            )
        }
        return drawing
    }

    private func drawLimits(_ across: Scale, _ up: Scale, in drawing: inout Drawing) {
        var curves: [[Drawing.Point]] = [[], [], [], []]
        var ends: [Double] = []
        for step in 1...80 {
            let expected = across.through * Double(step) / 80
            // Refused only for impossible numbers, at which the curves stop.
            guard let limits = try? funnelPoisson(expected: expected) else { continue }
            let values = [limits.wide.lower, limits.narrow.lower, limits.narrow.upper, limits.wide.upper]
            for (curve, value) in values.enumerated() where value <= up.through {
                curves[curve].append(.init(x: across(expected), y: up(value)))
            }
            ends = values
        }
        for (curve, points) in curves.enumerated() {
            let isWide = curve == 0 || curve == 3
            drawing.path(points, Ink.rule, width: 1.5, dashed: isWide)
        }
        guard ends.count == 4 else { return }
        drawing.label(limits.wide, at: .init(x: Self.right + 6, y: up(ends[3]) + 2), size: 11, colour: Ink.soft)
        drawing.label(
            limits.narrow,
            at: .init(x: Self.right + 6, y: max(up(ends[2]) + 6, up(ends[3]) + 16)),
            size: 11,
            colour: Ink.soft
        )
    }
}
