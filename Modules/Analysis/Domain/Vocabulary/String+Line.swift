extension String {
    /// The number of Unicode scalars that fit on a line for people; counted so, because a character has no bounds.
    static let mostOnALine = 200

    /// Whether the text fits on a line for people: 1 to 200 characters, not blank, no control characters.
    var isFitForALine: Bool {
        (1...Self.mostOnALine).contains(unicodeScalars.count) && !allSatisfy(\.isWhitespace)
            && unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator: false
                default: true
                }
            }
    }
}
