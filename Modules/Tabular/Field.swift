/// Holds the text of one field, without its quotes, and where it stands in the file.
package struct Field: Sendable, Hashable {
    /// The text exactly as written; blanks at either end are kept.
    package let text: String
    /// The first character of the field, its opening quote included.
    package let place: Place

    /// The physical line on which the field starts, from 1.
    package var line: Int { place.line }
    /// The character position at which the field starts, from 1; its number in the row is `place.field`.
    package var column: Int { place.column }

    package init(text: String, place: Place) {
        self.text = text
        self.place = place
    }
}
