extension String {
    /// Whether the text is a reason that people can read: 1 to 2,000 characters, not blank.
    var isFitForAReason: Bool { (1...2000).contains(count) && !allSatisfy(\.isWhitespace) }
}
