/// A chart: a picture, its name and what it says to those who do not see it.
struct Chart {
    /// A name that no other chart of the page has, of letters, digits and hyphens.
    let id: String
    /// The title.
    let title: String
    /// What the picture says, in words.
    let description: String
    /// The picture.
    let drawing: Drawing
    /// The width below which it scrolls instead of shrinking; 0 for none.
    var least: Int = 0

    /// The picture alone.
    var picture: Markup {
        let (width, height) = (Int(drawing.width), Int(drawing.height))
        return .tag(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)", "width": String(width),
                "height": String(height), "role": "img", "aria-labelledby": "\(id)-t \(id)-d",
                "style": least > 0 ? "min-width:\(least)px" : "min-width:0",
            ],
            [.tag("title", ["id": "\(id)-t"], text: title), .tag("desc", ["id": "\(id)-d"], text: description)]
                + drawing.marks
        )
    }

    /// The picture with its title above it; a wide one scrolls by itself, also by the keyboard.
    var figure: Markup {
        let picture =
            least > 0
            ? Markup.tag("div", ["class": "scroll", "role": "group", "tabindex": "0", "aria-label": title], [picture])
            : picture
        return .tag("figure", [:], [.tag("figcaption", [:], text: title), picture])
    }
}
