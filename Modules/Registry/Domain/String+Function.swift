extension String {
    /// Whether the text is an office such as `wethouder`: 1 to 40 letters, spaces and hyphens, not blank.
    ///
    /// It stands in a public event for ever, so it leaves no room for a sentence, a number or an address.
    var isFitFunction: Bool {
        (1...40).contains(count) && contains(where: \.isLetter)
            && allSatisfy { $0.isLetter || $0 == " " || $0 == "-" }
    }
}
