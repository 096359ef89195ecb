/// What a finding says in words and where it is; private, it never enters an event.
package struct FindingText: Hashable, Sendable {
    /// The description.
    package let description: String
    /// The place in words.
    package let place: String
    /// The easting in metres, RD New (EPSG:28992), if it was given.
    package let rdX: Int?
    /// The northing in metres, RD New (EPSG:28992), if it was given.
    package let rdY: Int?

    /// Makes the value.
    package init(description: String, place: String, rdX: Int?, rdY: Int?) {
        (self.description, self.place, self.rdX, self.rdY) = (description, place, rdX, rdY)
    }
}
