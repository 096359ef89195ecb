/// A table with a caption, a heading for each column and one for each row.
struct DataTable {
    /// What the table tells.
    let caption: String
    /// The headings of the columns.
    let columns: [String]
    /// The rows, of which the first cell is the heading.
    var rows: [[Cell]] = []
    /// The columns with numbers, which stand at the right.
    var numeric: Set<Int> = []
    /// Whether it has so many columns that its letters are smaller.
    var isDense = false

    /// A cell.
    enum Cell: Sendable {
        /// Text in the language of the page.
        case text(String)
        /// Text that is Dutch in any report, such as a title or a name.
        case dutch(String)
        /// A short name that is not broken between lines, such as 0-meting.
        case name(String)
        /// A verdict with its colour.
        case verdict(Verdict, String)
    }

    /// The table; wide ones scroll by themselves, also by the keyboard.
    func markup(_ texts: Texts) -> Markup {
        let head = columns.enumerated().map { index, title in
            Markup.tag("th", ["scope": "col", "class": numeric.contains(index) ? "n" : "t"], text: title)
        }
        let body = rows.map { row in
            Markup.tag(
                "tr",
                [:],
                row.enumerated().map { index, cell in
                    let kind = numeric.contains(index) ? "n" : "t"
                    return index == 0
                        ? Markup.tag("th", ["scope": "row", "class": kind], [cell.markup(texts)])
                        : Markup.tag("td", ["class": kind], [cell.markup(texts)])
                }
            )
        }
        return .tag(
            "div",
            ["class": "scroll", "role": "group", "tabindex": "0", "aria-label": caption],
            [
                .tag(
                    "table",
                    isDense ? ["class": "dense"] : [:],
                    [
                        .tag("caption", [:], text: caption),
                        .tag("thead", [:], [.tag("tr", [:], head)]),
                        .tag("tbody", [:], body),
                    ]
                )
            ]
        )
    }
}

extension DataTable.Cell {
    fileprivate func markup(_ texts: Texts) -> Markup {
        switch self {
        case .text(let text): .text(text)
        case .dutch(let text): texts.dutch(text)
        case .name(let text): .tag("span", ["class": "name"], text: text)
        case .verdict(let verdict, let word): verdict.markup(word)
        }
    }
}

extension Texts {
    /// Dutch text, marked as such on a page in another language.
    func dutch(_ text: String) -> Markup {
        language == .dutch ? .text(text) : .tag("span", ["lang": "nl"], text: text)
    }
}
