/// What a finding says in words and where it is; private, it never enters an event.
package struct FindingText: Hashable, Sendable {
    /// The description.
    package let description: String
    /// The place in words.
    package let place: String
    /// The easting in whole metres, RD New (EPSG:28992), if a place was given.
    package let rdX: Int?
    /// The northing in whole metres, RD New (EPSG:28992), if a place was given.
    package let rdY: Int?
    /// The point of the checklist, if one was named.
    package let point: String?
    /// The checklist and its version, if a point was named.
    package let checklist: String?
    /// The name of a photo file; the photo stays with who made it.
    package let photo: String?
    /// The number of the object, such as that of a lamp post.
    package let object: String?
    /// The number under which it was reported to whoever must solve it.
    package let report: String?

    /// Makes the value.
    package init(
        description: String,
        place: String,
        rdX: Int?,
        rdY: Int?,
        point: String? = nil,
        checklist: String? = nil,
        photo: String? = nil,
        object: String? = nil,
        report: String? = nil
    ) {
        (self.description, self.place, self.rdX, self.rdY) = (description, place, rdX, rdY)
        (self.point, self.checklist) = (point, checklist)
        (self.photo, self.object, self.report) = (photo, object, report)
    }
}
