import Contracts
import Scheme

/// The stored form of answers that came in: how many, never what they say.
struct ResponsesReceived: StoredForm {
    static let type = "analysis.responses-received.v1"
    let run: RunID
    let areas: [AreaID]
    let measurement: Int
    let count: Int
    /// SHA-256 of the file, hexadecimal.
    let digest: String
}
