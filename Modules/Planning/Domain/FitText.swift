extension String {
    /// Whether the text fits as a title: 1 to 200 characters on one line, not only spaces, no control characters.
    ///
    /// A character may have many bytes, and titles go into events: at most 400 bytes in UTF-8.
    var isFitForATitle: Bool {
        (1...200).contains(count) && utf8.count <= 400 && !allSatisfy(\.isWhitespace)
            && unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .lineSeparator, .paragraphSeparator: false
                default: true
                }
            }
    }
}
