/// Identifies something within a run that people name themselves: an objective `D1`, a measure `M3`, a bottleneck `K2`.
package struct LocalID: Identifier {
    package static let rule = "a short code: 1 to 32 letters, digits, dots or hyphens, such as M3"
    package let text: String

    package init?(_ text: String) {
        guard (1...32).contains(text.utf8.count), text.lowercased().consists(ofLowercaseDigitsAnd: ".-"),
            text.utf8.allSatisfy({ $0 < 128 })
        else { return nil }
        self.text = text
    }
}
