extension String {
    /// Whether the text fits on a line for people: 1 to 200 characters, not blank, no control characters.
    var isFitForALine: Bool {
        (1...200).contains(count) && !isBlank
            && unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    /// Whether the text is a reason that people can read: 1 to 2,000 characters, not blank.
    var isFitForAReason: Bool { (1...2000).contains(count) && !isBlank }

    /// Whether the text is an office such as `wethouder`: 1 to 40 letters, spaces and hyphens, not blank.
    ///
    /// It stands in a public event for ever, so it leaves no room for a sentence, a number or an address.
    var isFitFunction: Bool {
        (1...40).contains(count) && contains(where: \.isLetter)
            && allSatisfy { $0.isLetter || $0 == " " || $0 == "-" }
    }

    private var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
