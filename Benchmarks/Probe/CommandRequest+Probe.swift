import CloudEvents
import Contracts
import FoundationEssentials
import Scheme

extension CommandRequest {
    /// The command to note the next of a run of observations, of which each series takes ten.
    init(noting number: Int, of run: String) throws {
        let (series, place) = number.quotientAndRemainder(dividingBy: Observation.seriesLength)
        guard let organisation = OrganisationID("kvk:12345678") else {
            throw BenchFailure("the organisation of the probe is not written as one")
        }
        let command = NoteObservation(series: "\(run)-\(series)", number: place, text: Observation.usualText)
        self.init(
            key: UUID(),
            type: NoteObservation.name,
            issuedBy: Issuer(organisation: organisation, role: "projectleider"),
            body: try JSON.value(of: command)
        )
    }
}

extension CommandReply {
    /// The end of the feed after a command that was carried out.
    ///
    /// - Throws: ``BenchFailure`` with the message of a refusal.
    func mark() throws -> Int64 {
        switch self {
        case .done(let done): done.mark?.offset ?? 0
        case .refused(let refused): throw BenchFailure("a command was refused: \(refused.message)")
        }
    }
}
