/// A region as a table names it: by the code of Statistics Netherlands, or by a name, which is no key.
package struct TableRegion: Sendable, Hashable {
    /// The levels of the codes, coarse to fine; one level is never added to another.
    package enum Level: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
        case country = "NL"
        case municipality = "GM"
        case district = "WK"
        case neighbourhood = "BU"

        package static func < (left: Level, right: Level) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// The code or name, without the blanks that pad it.
    package let text: String
    /// The level of a code; a name has none.
    package let level: Level?

    /// Reads a code or a name; the tail of a code may hold letters (`WK0363AA`).
    package init(_ text: String) {
        self.text = text
        let tail = text.utf8.dropFirst(2)
        let level = Level(rawValue: String(text.prefix(2)))
        let length = [Level.country: 2, .municipality: 4, .district: 6, .neighbourhood: 8]
        let isCode = level.map { length[$0] == tail.count } ?? false
        let isTail =
            tail.prefix(4).allSatisfy(Mark.isDigit)
            && tail.dropFirst(4).allSatisfy { Mark.isDigit($0) || (65...90).contains($0) }
        self.level = isCode && isTail ? level : nil
    }

    /// The four digits of the municipality in which a coded region lies, itself included.
    package var municipality: Substring? {
        guard let level, level != .country else { return nil }
        return text.dropFirst(2).prefix(4)
    }

    /// Whether it is one of the last three of the list: municipality, district and neighbourhood unknown.
    package var isUnknown: Bool { municipality == "0000" }
}
