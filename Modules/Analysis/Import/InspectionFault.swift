package import AnalysisDomain
package import Geography
package import Scheme

/// What is wrong with a finding or a round as a file has it, beside what can be wrong with any table.
package enum InspectionFault: Hashable, Sendable {
    /// A field should hold a time such as 19:30.
    case unreadableTime(String, column: String)
    /// A round ended that never began.
    case endWithoutBegin
    /// A round took longer than rounds take.
    case tooLong(begin: ClockTime, end: ClockTime)
    /// Two rows of one round tell different times.
    case contradiction(column: String, String, earlier: String)
    /// A dark round was walked in the light.
    case light(LightFault)
    /// A participant that is no identifier of an organisation.
    case unreadableParticipant(String)

    /// One of two coordinates is missing.
    case halfPlace(missing: String)
    /// Degrees that are no number.
    case unreadableDegrees(String, column: String)
    /// Easting and northing stand in each other's column.
    case swappedMetres(x: Int, y: Int)
    /// Longitude and latitude stand in each other's place.
    case swappedDegrees(longitude: Double, latitude: Double, names: String)
    /// Metres of the Dutch grid where degrees belong.
    case metresForDegrees(String, names: String)
    /// Degrees where metres of the Dutch grid belong.
    case degreesForMetres(String, column: String)
    /// A place that is not in the Netherlands.
    case outside(String, names: String)
    /// Two places of one finding that lie apart, in metres.
    case apart(Int, String, String)

    /// A checklist that is not known.
    case unknownChecklist(String, known: [String])
    /// A checklist of another kind of area.
    case otherChecklist(String, for: AreaKind, own: AreaKind)
    /// There is no checklist in which to look the point up.
    case noChecklist(point: String)
    /// A point that is not on the list.
    case unknownPoint(String, checklist: String)
    /// A point that is about another category.
    case otherCategory(point: String, is: String, not: String)
    /// A name that is not one of a photo file.
    case unreadablePhoto(String)
    /// A number of an object or a report that is none.
    case unreadableReference(String, column: String)

    /// The file begins as JSON does and is none.
    case notJSON(why: String)
    /// JSON that is no GeoJSON collection of features.
    case notCollection(found: String)
    /// GeoJSON in another system than WGS84.
    case otherSystem(String)
    /// A collection without features.
    case noFeatures
    /// A member of the collection that is no feature.
    case notFeature
    /// A geometry that is no point.
    case otherGeometry(String)
    /// A point without a longitude and a latitude.
    case unreadablePosition
    /// A property that is not known.
    case unknownProperty(String, known: [String])
    /// A property that is neither a text nor a number.
    case unreadableProperty(String)
}
