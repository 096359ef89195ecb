/// What every context asks of a text that it keeps for people.
extension String {
    /// The most characters of a line for people.
    package static let mostOnALine = 200
    /// The most bytes in UTF-8 of a line for people: a character has no bounds, and lines go into events.
    package static let mostBytesOnALine = 400

    /// Whether the text fits on a line for people: 1 to 200 characters and at most 400 bytes, not blank.
    ///
    /// Control characters, line and paragraph separators and format characters (zero width, direction) do not fit:
    /// they break the line or make it read as another.
    package var isFitForALine: Bool {
        count <= Self.mostOnALine && utf8.count <= Self.mostBytesOnALine && !isBlank
            && unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator: false
                default: true
                }
            }
    }

    /// Whether the text is a reason that people can read: 1 to 2,000 characters, not blank.
    package var isFitForAReason: Bool { count <= 2000 && !isBlank }

    /// Whether the text shows nothing: it is empty, or all of it is white space or without a shape of its own.
    package var isBlank: Bool {
        unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0.properties.isInvisible }
    }
}

extension Unicode.Scalar.Properties {
    /// Whether a character shows nothing although it is no white space: zero width, fillers, controls.
    fileprivate var isInvisible: Bool {
        isDefaultIgnorableCodePoint || generalCategory == .control || generalCategory == .format
    }
}
