import AnalysisImport

/// The private document of a finding's words and place.
struct FindingTextDocument: Codable {
    let description: String
    let place: String
    /// Metres in RD New.
    let rdX: Int?
    /// Metres in RD New.
    let rdY: Int?
    /// This and what follows is absent from documents of earlier versions.
    let point: String?
    let checklist: String?
    let photo: String?
    let object: String?
    let report: String?

    init(_ text: FindingText) {
        (description, place, rdX, rdY) = (text.description, text.place, text.rdX, text.rdY)
        (point, checklist) = (text.point, text.checklist)
        (photo, object, report) = (text.photo, text.object, text.report)
    }
}
