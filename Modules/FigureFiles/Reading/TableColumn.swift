/// A column that figures are read from, and the names under which deliveries have it.
package enum TableColumn: String, Sendable, Hashable, CaseIterable {
    case crime, region, period, count

    /// The names in small letters; a trailing `_1` of OData is left out before they are compared.
    var names: Set<String> {
        switch self {
        case .crime: ["soort misdrijf", "soortmisdrijf", "soort", "misdrijf", "delict", "soort delict", "overlast"]
        case .region:
            [
                "wijken en buurten", "wijkenenbuurten", "plaatsen", "plaats", "regio's", "regios", "regio", "gemeenten",
                "gemeente", "wijk", "buurt", "gebied", "deelgebied", "gebieden",
            ]
        case .period: ["perioden", "periode", "maand", "jaar"]
        case .count:
            [
                "geregistreerde misdrijven (aantal)", "geregistreerde misdrijven", "geregistreerdemisdrijven", "aantal",
                "aantal misdrijven", "geregistreerde overlast (aantal)", "geregistreerdeoverlast",
                "registraties overlast (aantal)", "aantalregistraties",
            ]
        }
    }

    /// The column with a name, as delivered.
    init?(header text: String) {
        var name = text.trimmedBlanks.lowercased()
        if let underscore = name.lastIndex(of: "_"), name[underscore...].dropFirst().utf8.allSatisfy(Mark.isDigit) {
            name = String(name[..<underscore])
        }
        guard let column = Self.allCases.first(where: { $0.names.contains(name) }) else { return nil }
        self = column
    }

    /// What the column is called in the portal's file, for messages.
    package var title: String {
        switch self {
        case .crime: "Soort misdrijf"
        case .region: "Wijken en buurten"
        case .period: "Perioden"
        case .count: "Geregistreerde misdrijven (aantal)"
        }
    }
}

extension StringProtocol {
    /// The text without blanks at either end; tables pad their keys and numbers.
    package var trimmedBlanks: String {
        let blanks: Set<Character> = [" ", "\t", "\u{A0}"]
        var rest = self[...]
        while let first = rest.first, blanks.contains(first) { rest.removeFirst() }
        while let last = rest.last, blanks.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
