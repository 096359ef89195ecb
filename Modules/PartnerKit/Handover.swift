import EventSourcing
import Synchronization

/// Hands events over one at a time: the next one goes out when the former one has been handled.
///
/// Asking for the next event says that the one before was handled.
final class Handover: Sendable {
    private enum State {
        /// Nobody waits.
        case idle
        /// An event waits to be asked for.
        case offered(PartnerEvent, handled: CheckedContinuation<Void, any Error>)
        /// An event was taken and is being handled.
        case taken(handled: CheckedContinuation<Void, any Error>)
        /// Somebody asks, and there is no event.
        case asked(CheckedContinuation<PartnerEvent?, any Error>)
        /// There will be no more.
        case ended((any Error)?)
    }

    private let state = Mutex(State.idle)
    private let lastHandled = Mutex<PartnerPosition?>(nil)

    /// The position of the last event that was handled, or `nil` when none was.
    var reached: PartnerPosition? { lastHandled.withLock(\.self) }

    /// Offers an event and waits until it was handled.
    ///
    /// - Throws: `CancellationError` when nobody will handle it any more.
    func offer(_ event: PartnerEvent) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { handled in
                let asker: CheckedContinuation<PartnerEvent?, any Error>? = state.withLock { state in
                    switch state {
                    case .asked(let asker):
                        state = .taken(handled: handled)
                        return asker
                    case .idle:
                        state = .offered(event, handled: handled)
                        return nil
                    case .offered, .taken, .ended:
                        handled.resume(throwing: CancellationError())
                        return nil
                    }
                }
                asker?.resume(returning: event)
            }
        } onCancel: {
            end(nil)
        }
        lastHandled.withLock { $0 = event.position }
    }

    /// Says that the former event was handled, and waits for the next one; `nil` when there will be none.
    func next() async throws -> PartnerEvent? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { asker in
                let handled: CheckedContinuation<Void, any Error>? = state.withLock { state in
                    switch state {
                    case .taken(let handled):
                        state = .asked(asker)
                        return handled
                    case .idle:
                        state = .asked(asker)
                        return nil
                    case .offered(let event, let handled):
                        state = .taken(handled: handled)
                        asker.resume(returning: event)
                        return nil
                    case .asked:
                        asker.resume(returning: nil)
                        return nil
                    case .ended(let error):
                        if let error { asker.resume(throwing: error) } else { asker.resume(returning: nil) }
                        return nil
                    }
                }
                handled?.resume()
            }
        } onCancel: {
            end(nil)
        }
    }

    /// Ends it, for whoever waits and whoever comes later.
    func end(_ error: (any Error)?) {
        let former = state.withLock { state in
            let former = state
            if case .ended = state {} else { state = .ended(error) }
            return former
        }
        switch former {
        case .idle, .ended: break
        case .offered(_, let handled), .taken(let handled): handled.resume(throwing: CancellationError())
        case .asked(let asker):
            if let error { asker.resume(throwing: error) } else { asker.resume(returning: nil) }
        }
    }
}
