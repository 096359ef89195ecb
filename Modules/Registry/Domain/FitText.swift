extension String {
    /// Whether the text fits on a line for people: 1 to 200 characters, not blank, no control characters.
    var isFitForALine: Bool {
        (1...200).contains(count) && !isBlank
            && unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    }

    /// Whether the text is a reason that people can read: 1 to 2,000 characters, not blank.
    var isFitForAReason: Bool { (1...2000).contains(count) && !isBlank }

    private var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
