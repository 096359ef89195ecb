import AnalysisImport

/// The private document of a finding's words.
struct FindingTextDocument: Codable {
    let description: String
    let place: String
    /// Metres in RD New.
    let rdX: Int?
    /// Metres in RD New.
    let rdY: Int?

    init(_ text: FindingText) {
        (description, place, rdX, rdY) = (text.description, text.place, text.rdX, text.rdY)
    }
}
