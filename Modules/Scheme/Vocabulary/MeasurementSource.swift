/// The sources of a safety analysis; which of them are required is data of the scheme.
package enum MeasurementSource: String, Codable, Hashable, Sendable, CaseIterable {
    case survey = "enquete"
    case inspection = "schouw"
    case policeFigures = "politiecijfers"
    case fireFigures = "brandweercijfers"

    /// The Dutch name in a sentence.
    package var name: String {
        switch self {
        case .survey: "ondernemersenquête"
        case .inspection: "schouw"
        case .policeFigures: "politiecijfers"
        case .fireFigures: "brandweercijfers"
        }
    }
}
