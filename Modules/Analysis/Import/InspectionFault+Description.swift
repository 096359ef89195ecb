import AnalysisDomain
import Geography
import Scheme

extension InspectionFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadableTime(let text, let column):
            "\(Self.quoted(text)) in \(Self.quoted(column)) is not \(ClockTime.rule); write it like that."
        case .endWithoutBegin:
            "\u{201c}einde\u{201d} is filled and \u{201c}begin\u{201d} is not; fill in when the round began."
        case .tooLong(let begin, let end):
            "a round from \(begin) to \(end) takes more than \(RoundHours.longest) hours; correct one of the two."
        case .contradiction(let column, let text, let earlier):
            "\(Self.quoted(column)) is \(text) here and \(earlier) in an earlier row of the same round; a round has one."
        case .light(let fault): fault.description
        case .unreadableParticipant(let text):
            "\(Self.quoted(text)) in \u{201c}deelnemers\u{201d} is not \(OrganisationID.rule); put commas between them."
        case .unknownChecklist(let id, let known):
            "there is no checklist \(Self.quoted(id)); choose one of \(Self.list(known))."
        case .otherChecklist(let id, let kind, let own):
            "checklist \(id) is for a \(kind.rawValue) and this area is a \(own.rawValue); leave \u{201c}checklist\u{201d} "
                + "empty for the newest list of its kind."
        case .noChecklist(let point):
            "\(Self.quoted(point)) cannot be looked up: there is no checklist for this kind of area; leave "
                + "\u{201c}punt\u{201d} empty."
        case .unknownPoint(let point, let checklist):
            "\(Self.quoted(point)) is no punt of checklist \(checklist); see kvo inspection checklist, or leave it empty."
        case .otherCategory(let point, let category, let found):
            "punt \(point) is about \(Self.quoted(category)) and \u{201c}categorie\u{201d} says \(Self.quoted(found)); "
                + "correct one of the two."
        case .unreadablePhoto(let text):
            "\(Self.quoted(text)) in \u{201c}foto\u{201d} is not the name of a photo file: letters, digits, dots, hyphens "
                + "and underscores, ending in .jpg, .jpeg, .png, .heic or .webp, without a folder; the photo itself is "
                + "not delivered."
        case .unreadableReference(let text, let column):
            "\(Self.quoted(text)) in \(Self.quoted(column)) is no number: write 1 to 40 letters, digits, dots, hyphens, "
                + "slashes or underscores."
        default: placeDescription
        }
    }

    private var placeDescription: String {
        switch self {
        case .halfPlace(let missing):
            "\(Self.quoted(missing)) is empty and its counterpart is filled; a place has both or neither."
        case .unreadableDegrees(let text, let column):
            "\(Self.quoted(text)) in \(Self.quoted(column)) is no number of degrees; write it with a point, such as 5.387206."
        case .swappedMetres(let x, let y):
            "\u{201c}rd_x\u{201d} \(x) and \u{201c}rd_y\u{201d} \(y) are swapped: the northing of a place in the "
                + "Netherlands is the larger one; exchange them."
        case .swappedDegrees(let longitude, let latitude, let names):
            "\(names) \(longitude), \(latitude) are swapped: longitude comes first and is 3 to 7 in the Netherlands, "
                + "latitude is 50 to 54; exchange them."
        case .metresForDegrees(let text, let names):
            "\(names) hold \(text), which are metres of the Dutch grid (RD New); put them in \u{201c}rd_x\u{201d} and "
                + "\u{201c}rd_y\u{201d}, or convert them to degrees WGS84."
        case .degreesForMetres(let text, let column):
            "\(Self.quoted(text)) in \(Self.quoted(column)) are degrees; put them in \u{201c}lon\u{201d} and "
                + "\u{201c}lat\u{201d}, or convert them to whole metres of the Dutch grid (RD New)."
        case .outside(let text, let names):
            "\(names) \(text) lie outside the Netherlands; correct the place or leave it empty."
        case .apart(let metres, let first, let second):
            "the place by \(first) and the one by \(second) lie \(metres) m apart; leave one of them out."
        case .notJSON(let why): "the file begins as JSON does and is none: \(why)."
        case .notCollection(let found):
            "the file is a GeoJSON \(found) and not a FeatureCollection; deliver the findings as a collection of points."
        case .otherSystem(let name):
            "the file is in \(name), and GeoJSON is in WGS84, longitude first (RFC 7946); export it as EPSG:4326."
        case .noFeatures: "the collection has no features; nothing can be taken over."
        case .notFeature: "this is no Feature; each finding is one."
        case .otherGeometry(let kind):
            "a finding lies at a Point and this is a \(kind); give its middle, or a geometry of null."
        case .unreadablePosition:
            "\u{201c}coordinates\u{201d} must be a longitude and a latitude in degrees, such as [5.387206, 52.155174]."
        case .unknownProperty(let name, let known):
            "the property \(Self.quoted(name)) is not known; remove it or name it \(Self.list(known))."
        case .unreadableProperty(let name):
            "the property \(Self.quoted(name)) is neither a text nor a number; write it as a text."
        default: "this cannot be taken over."
        }
    }

    private static func quoted(_ text: String) -> String { "\u{201c}\(text)\u{201d}" }

    private static func list(_ texts: [String]) -> String { texts.map(quoted).joined(separator: ", ") }
}
