/// A picture in SVG, in pixels from the upper left corner.
struct Drawing {
    /// A place.
    struct Point: Hashable {
        let x: Double
        let y: Double
    }

    /// Where a text stands beside its place.
    enum Anchor: String { case start, middle, end }

    /// The width.
    let width: Double
    /// The height.
    let height: Double
    private(set) var marks: [Markup] = []

    init(width: Double, height: Double) { (self.width, self.height) = (width, height) }

    /// Draws a line.
    mutating func line(
        _ from: Point,
        _ to: Point,
        _ colour: String,
        width: Double = 1,
        dashed: Bool = false
    ) {
        marks.append(
            .tag(
                "line",
                [
                    "x1": Self.text(from.x), "y1": Self.text(from.y), "x2": Self.text(to.x), "y2": Self.text(to.y),
                    "stroke": colour, "stroke-width": Self.text(width), "stroke-dasharray": dashed ? "4 3" : "none",
                ]
            )
        )
    }

    /// Draws a line through places.
    mutating func path(_ points: [Point], _ colour: String, width: Double = 2, dashed: Bool = false) {
        guard points.count > 1 else { return }
        marks.append(
            .tag(
                "polyline",
                [
                    "points": Self.text(points), "fill": "none", "stroke": colour, "stroke-width": Self.text(width),
                    "stroke-dasharray": dashed ? "4 3" : "none", "stroke-linejoin": "round",
                ]
            )
        )
    }

    /// Fills a shape.
    mutating func shape(_ points: [Point], fill: String, stroke: String = "none") {
        marks.append(
            .tag("polygon", ["points": Self.text(points), "fill": fill, "stroke": stroke, "stroke-width": "1.5"])
        )
    }

    /// Fills a rectangle.
    mutating func box(_ corner: Point, width: Double, height: Double, fill: String, stroke: String = "none") {
        marks.append(
            .tag(
                "rect",
                [
                    "x": Self.text(corner.x), "y": Self.text(corner.y), "width": Self.text(width),
                    "height": Self.text(height), "fill": fill, "stroke": stroke, "stroke-width": "1.5",
                ]
            )
        )
    }

    /// Draws a dot.
    mutating func dot(_ at: Point, radius: Double, fill: String, stroke: String = "none") {
        marks.append(
            .tag(
                "circle",
                [
                    "cx": Self.text(at.x), "cy": Self.text(at.y), "r": Self.text(radius), "fill": fill,
                    "stroke": stroke, "stroke-width": "1.5",
                ]
            )
        )
    }

    /// Writes a text.
    mutating func label(
        _ text: String,
        at: Point,
        _ anchor: Anchor = .start,
        size: Double = 12,
        colour: String = Ink.text,
        bold: Bool = false
    ) {
        marks.append(
            .tag(
                "text",
                [
                    "x": Self.text(at.x), "y": Self.text(at.y), "text-anchor": anchor.rawValue,
                    "font-size": Self.text(size), "fill": colour, "font-weight": bold ? "bold" : "normal",
                    "font-family": "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif",
                ],
                text: text
            )
        )
    }

    /// About how wide a text is.
    static func width(of text: String, size: Double = 12) -> Double { Double(text.count) * size * 0.56 }

    /// The text in lines of about so many pixels, the last one cut off where there is more.
    static func lines(_ text: String, width: Double, size: Double = 12, atMost: Int = 2) -> [String] {
        let room = max(4, Int(width / (size * 0.56)))
        var lines = [""]
        for word in text.split(separator: " ") {
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count <= room {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        let wasCut = lines.count > atMost
        var shown = Array(lines.prefix(atMost))
        for index in shown.indices where shown[index].count > room {
            shown[index] = shown[index].prefix(room - 1) + "…"
        }
        if wasCut, let last = shown.last, !last.hasSuffix("…") {
            shown[shown.count - 1] = last.prefix(room - 1) + "…"
        }
        return shown
    }

    private static func text(_ value: Double) -> String {
        let tenths = (value * 10).rounded()
        guard tenths.isFinite, abs(tenths) < 1e9 else { return "0" }
        let whole = Int(tenths)
        return whole.isMultiple(of: 10) ? String(whole / 10) : String(Double(whole) / 10)
    }

    private static func text(_ points: [Point]) -> String {
        points.map { "\(text($0.x)),\(text($0.y))" }.joined(separator: " ")
    }
}
