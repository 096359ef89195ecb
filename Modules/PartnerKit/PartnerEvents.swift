/// The events of a partner's feed, in order and without a gap, for as long as one wants them.
///
/// Asking for the next event says that the one before was handled, and lets the gateway's operator see how far the
/// partner has come. One loop at a time.
public struct PartnerEvents: AsyncSequence, Sendable {
    public typealias Element = PartnerEvent
    public typealias Failure = any Error

    let handover: Handover
    let keep: @Sendable (PartnerPosition) throws -> Void

    public struct AsyncIterator: AsyncIteratorProtocol {
        let handover: Handover
        let keep: @Sendable (PartnerPosition) throws -> Void
        var handled: PartnerEvent?

        /// The next event; waits until there is one.
        ///
        /// `nil` when the task was cancelled.
        ///
        /// - Throws: ``PartnerError``, or what keeping the position throws.
        public mutating func next() async throws -> PartnerEvent? {
            if let handled { try keep(handled.position) }
            handled = nil
            handled = try await handover.next()
            return handled
        }
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(handover: handover, keep: keep) }
}
