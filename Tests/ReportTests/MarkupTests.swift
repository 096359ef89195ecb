import Testing

@testable import Report

@Suite("Markup")
struct MarkupTests {
    @Test("text is escaped in content and in attributes")
    func escaping() {
        let markup = Markup.tag("p", ["title": "\"' onload=\"x"], text: "<script>alert('&')</script>")
        #expect(
            markup.rendered
                == "<p title=\"&quot;&#39; onload=&quot;x\">&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</p>\n"
        )
    }

    @Test("control characters and marks of direction are replaced")
    func controls() {
        #expect(Markup.escaped("a\u{0}b\u{202E}c\u{2067}d\u{7F}e\nf") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e f")
    }

    @Test("an element without content has no end tag where HTML wants none")
    func void() {
        #expect(Markup.tag("meta", ["charset": "utf-8"]).rendered == "<meta charset=\"utf-8\">")
        #expect(Markup.tag("td").rendered == "<td></td>")
    }

    @Test("a scale begins and ends on whole steps and keeps what lies outside at its edge")
    func scale() {
        let scale = Scale(of: [3, 47], start: 0, end: 100)
        #expect(scale.from == 0)
        #expect(scale.through == 50)
        #expect(scale.ticks == [0, 10, 20, 30, 40, 50])
        #expect(scale(25) == 50)
        #expect(scale(900) == 100)
        #expect(Scale(of: [], start: 0, end: 10).through > Scale(of: [], start: 0, end: 10).from)
        #expect(Scale(of: [5, 5], start: 0, end: 10)(5).isFinite)
    }

    @Test("long labels are broken between words and cut off after the last line")
    func labels() {
        let lines = Drawing.lines("een twee drie vier vijf zes zeven acht negen tien", width: 80)
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { $0.count <= 11 })
        #expect(lines[1].hasSuffix("…"))
        #expect(Drawing.lines("kort", width: 80) == ["kort"])
        #expect(Drawing.lines("", width: 80) == [""])
    }

    @Test("signs in one place are pushed apart, the same way every time, and stay in the frame")
    func apart() {
        let places = Array(repeating: Drawing.Point(x: 700, y: 60), count: 6)
        let shown = FindingMap.apart(places)
        #expect(shown == FindingMap.apart(places))
        #expect(Set(shown).count == 6)
        for first in shown.indices {
            for second in shown.indices where second > first {
                let (dx, dy) = (shown[first].x - shown[second].x, shown[first].y - shown[second].y)
                #expect((dx * dx + dy * dy).squareRoot() > 14)
            }
        }
        #expect(shown.allSatisfy { (0...720).contains($0.x) && (34...414).contains($0.y) })
    }
}
