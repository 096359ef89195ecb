import CloudEvents
import Contracts
import EventSourcing

extension CommandReply.Refused {
    /// Turns an error into a refusal; `nil` when it is a failure of the service and not of the request.
    init?(_ error: any Error) {
        switch error {
        case let refusal as any DomainRefusal:
            self.init(code: .refused, gate: refusal.gate, message: refusal.description)
        case let invalid as InvalidInput:
            self.init(code: .invalid, message: invalid.description, place: invalid.place)
        case let error as CloudEventError:
            self.init(code: .refused, message: error.description)
        case let error as EventStoreError:
            guard case .wrongRevision = error else { return nil }
            self.init(code: .conflict, message: error.description)
        case RequestRefusal.expired:
            self.init(code: .expired, message: RequestRefusal.expired.description)
        case let refusal as RequestRefusal:
            self.init(code: .unknown, message: refusal.description)
        default: return nil
        }
    }
}
