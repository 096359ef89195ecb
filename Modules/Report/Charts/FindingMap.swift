/// The findings of the inspection rounds in their places, without a map below them.
struct FindingMap {
    /// A finding.
    struct Item {
        /// Its number on the map.
        let number: Int
        /// The easting in metres (RD New).
        let x: Int
        /// The northing in metres.
        let y: Int
        /// How serious it is, 0 to 2.
        let severity: Int
        /// Whether it has been solved.
        let isSolved: Bool
    }

    /// The findings.
    let items: [Item]
    /// The words for the three severities.
    let severities: [String]
    /// The words for what is open and what is solved.
    let states: (open: String, solved: String)
    /// The word for metres and for the north.
    let words: (metre: String, north: String)

    private static let (width, upper, frame, radius) = (720.0, 34.0, 380.0, 10.0)
    private static let colours = [Ink.better, "#8a5300", Ink.worse]

    /// The picture.
    var drawing: Drawing {
        var drawing = Drawing(width: Self.width, height: Self.upper + Self.frame + 34)
        drawLegend(in: &drawing)
        drawing.box(
            .init(x: 1, y: Self.upper),
            width: Self.width - 2,
            height: Self.frame,
            fill: "#f7f8fa",
            stroke: Ink.rule
        )
        guard let west = items.map(\.x).min(), let east = items.map(\.x).max(), let south = items.map(\.y).min(),
            let north = items.map(\.y).max()
        else { return drawing }
        let metre = min(
            (Self.width - 80) / Double(max(east - west, 20)),
            (Self.frame - 80) / Double(max(north - south, 20))
        )
        let places = items.map { item in
            Drawing.Point(
                x: Self.width / 2 + (Double(item.x) - Double(west + east) / 2) * metre,
                y: Self.upper + Self.frame / 2 - (Double(item.y) - Double(south + north) / 2) * metre
            )
        }
        let shown = Self.apart(places)
        for (place, drawn) in zip(places, shown) where place != drawn {
            drawing.line(place, drawn, Ink.soft)
            drawing.dot(place, radius: 2, fill: Ink.soft)
        }
        for (item, point) in zip(items, shown) { draw(item, at: point, in: &drawing) }
        drawScale(metre, in: &drawing)
        return drawing
    }

    private func draw(_ item: Item, at point: Drawing.Point, in drawing: inout Drawing) {
        Self.sign(item.severity, isSolved: item.isSolved, at: point, radius: Self.radius, in: &drawing)
        drawing.label(
            String(item.number),
            at: .init(x: point.x, y: point.y + (item.severity == 2 ? 6 : 4)),
            .middle,
            size: 11,
            colour: item.isSolved ? Self.colours[item.severity] : "#ffffff",
            bold: true
        )
    }

    /// A circle, a square or a triangle, filled while the finding is open.
    private static func sign(
        _ severity: Int,
        isSolved: Bool,
        at point: Drawing.Point,
        radius: Double,
        in drawing: inout Drawing
    ) {
        let colour = colours[severity]
        let fill = isSolved ? "#ffffff" : colour
        switch severity {
        case 0: drawing.dot(point, radius: radius, fill: fill, stroke: colour)
        case 1:
            let side = radius * 1.8
            drawing.box(
                .init(x: point.x - side / 2, y: point.y - side / 2),
                width: side,
                height: side,
                fill: fill,
                stroke: colour
            )
        default:
            drawing.shape(
                [
                    .init(x: point.x, y: point.y - radius * 1.35),
                    .init(x: point.x + radius * 1.35, y: point.y + radius),
                    .init(x: point.x - radius * 1.35, y: point.y + radius),
                ],
                fill: fill,
                stroke: colour
            )
        }
    }

    /// Pushes signs apart that would cover one another, and keeps them in the frame.
    static func apart(_ places: [Drawing.Point], distance: Double = 25) -> [Drawing.Point] {
        var shown = places
        for _ in 0..<80 {
            var moved = false
            for first in shown.indices {
                for second in shown.indices where second > first {
                    var (dx, dy) = (shown[second].x - shown[first].x, shown[second].y - shown[first].y)
                    var gap = (dx * dx + dy * dy).squareRoot()
                    guard gap < distance - 0.01 else { continue }
                    if gap < 0.01 {
                        // In one place: each goes its own way, the same one every time.
                        let turn = Double(second % 8)
                        (dx, dy) = (turn < 4 ? 1 : -1, turn.truncatingRemainder(dividingBy: 4) - 1.5)
                        gap = (dx * dx + dy * dy).squareRoot()
                    }
                    let push = (distance - min(gap, distance)) / 2 + 0.1
                    shown[first] = .init(x: shown[first].x - dx / gap * push, y: shown[first].y - dy / gap * push)
                    shown[second] = .init(x: shown[second].x + dx / gap * push, y: shown[second].y + dy / gap * push)
                    moved = true
                }
            }
            shown = shown.map { point in
                .init(
                    x: min(max(point.x, 16), width - 16),
                    y: min(max(point.y, upper + 16), upper + frame - 16)
                )
            }
            if !moved { break }
        }
        return shown
    }

    private func drawLegend(in drawing: inout Drawing) {
        var x = 8.0
        for (severity, word) in severities.enumerated() {
            Self.sign(severity, isSolved: false, at: .init(x: x, y: 13), radius: 6, in: &drawing)
            drawing.label(word, at: .init(x: x + 13, y: 17), colour: Ink.soft)
            x += 13 + Drawing.width(of: word) + 20
        }
        for (isSolved, word) in [(false, states.open), (true, states.solved)] {
            drawing.dot(.init(x: x, y: 13), radius: 6, fill: isSolved ? "#ffffff" : Ink.soft, stroke: Ink.soft)
            drawing.label(word, at: .init(x: x + 13, y: 17), colour: Ink.soft)
            x += 13 + Drawing.width(of: word) + 20
        }
    }

    private func drawScale(_ metre: Double, in drawing: inout Drawing) {
        let length = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].last { Double($0) * metre <= 200 } ?? 5
        let y = Self.upper + Self.frame + 16
        let end = 2 + Double(length) * metre
        drawing.line(.init(x: 2, y: y), .init(x: end, y: y), Ink.text, width: 2)
        for x in [2, end] { drawing.line(.init(x: x, y: y - 5), .init(x: x, y: y + 5), Ink.text, width: 2) }
        drawing.label("\(length) \(words.metre)", at: .init(x: end + 8, y: y + 4))
        drawing.label("\(words.north) ↑", at: .init(x: Self.width - 2, y: y + 4), .end)
    }
}
