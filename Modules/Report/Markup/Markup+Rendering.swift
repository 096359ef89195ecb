extension Markup {
    /// The text of the document.
    var rendered: String {
        var output = ""
        render(into: &output)
        return output
    }

    private func render(into output: inout String) {
        switch self {
        case .text(let text): output += Self.escaped(text)
        case .group(let parts): for part in parts { part.render(into: &output) }
        case .style(let sheet): output += "<style>\n\(sheet.text)</style>"
        case .element(let name, let attributes, let content):
            output += "<\(name)"
            for (name, value) in attributes { output += " \(name)=\"\(Self.escaped(value))\"" }
            output += ">"
            guard !Self.void.contains(name.description) else { return }
            for part in content { part.render(into: &output) }
            output += "</\(name)>"
            if Self.blocks.contains(name.description) { output += "\n" }
        }
    }

    /// Text in which nothing is markup, and nothing that a browser would obey or hide is left.
    static func escaped(_ text: String) -> String {
        var output = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            case "\n", "\t": output += " "
            // Marks of direction could show a text in another order than it has.
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": output += "\u{FFFD}"
            default: output.unicodeScalars.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
            }
        }
        return output
    }

    private static let void: Set<String> = ["meta", "br"]
    private static let blocks: Set<String> = [
        "head", "title", "header", "nav", "main", "section", "article", "footer", "figure", "table", "thead",
        "tbody", "tr", "p", "h1", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dd", "div", "details", "summary", "svg",
        "caption", "figcaption",
    ]
}
