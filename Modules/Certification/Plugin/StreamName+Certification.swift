import EventSourcing
import Scheme

extension StreamName {
    /// The category of the streams about runs' certificates.
    static let certification = "certification"

    /// The stream about a run's certificate.
    static func certification(_ run: RunID) -> StreamName { StreamName(certification, run.text) }
}
