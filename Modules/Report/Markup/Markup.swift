/// A piece of HTML or SVG.
///
/// Text is escaped wherever it stands, and names of elements and attributes are written in the code, so that nothing
/// which people wrote can become markup.
indirect enum Markup: Sendable, ExpressibleByStringLiteral {
    /// Text between elements.
    case text(String)
    /// An element with its attributes.
    case element(StaticString, [(StaticString, String)], [Markup])
    /// Several after one another.
    case group([Markup])
    /// The shipped style sheet.
    case style(Stylesheet)

    init(stringLiteral text: String) { self = .text(text) }

    /// An element.
    static func tag(
        _ name: StaticString,
        _ attributes: KeyValuePairs<StaticString, String> = [:],
        _ content: [Markup] = []
    ) -> Markup {
        .element(name, attributes.map { ($0.key, $0.value) }, content)
    }

    /// An element that holds text.
    static func tag(
        _ name: StaticString,
        _ attributes: KeyValuePairs<StaticString, String> = [:],
        text: String
    ) -> Markup {
        tag(name, attributes, [.text(text)])
    }

    /// Nothing.
    static let none = Markup.group([])
}
