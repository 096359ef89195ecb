import Contracts
import EventSourcing
import Scheme
import Synchronization

/// Gives a partner grants and takes them back, again and again.
final class GrantChanges: Sendable {
    /// How long a grant was in force, as far as can be told from outside; microseconds since 1970.
    struct Period: Sendable {
        let grant: Grant
        /// It was not in force before the first, and was from the second on.
        let began: (asked: Int64, answered: Int64)
        /// It was in force until the first, and not from the second on; `nil` when it was never taken back.
        var ended: (asked: Int64, answered: Int64)?

        /// How long an event may lie between the moment that is written beside it and its transaction.
        static let slack: Int64 = 5_000_000

        /// Whether it may have given an event that was handled at a moment.
        func mayHaveGiven(_ event: FeedEvent, at moment: Int64) -> Bool {
            grant.gives(event.topic, of: event.dataClass) && began.asked <= moment + Self.slack
                && moment <= ended?.answered ?? .max
        }

        /// Whether it must have given an event that was handled at a moment.
        func mustHaveGiven(_ event: FeedEvent, at moment: Int64) -> Bool {
            grant.gives(event.topic, of: event.dataClass) && began.answered <= moment
                && moment + Self.slack <= ended?.asked ?? .max
        }
    }

    private static let patterns = [
        "registry/gm1581/*/*", "*/gm0363/*/*", "registry/*/*/gebied-gewijzigd", "analysis/*/*/*",
    ]

    private let client: Operator
    private let partner: PartnerID
    private let interval: Double
    private let isOver = Mutex(false)

    init(client: Operator, partner: PartnerID, interval: Double) {
        (self.client, self.partner, self.interval) = (client, partner, interval)
    }

    /// Asks for no more changes.
    func end() { isOver.withLock { $0 = true } }

    /// Goes on until ``end()``; no grant is in force when it returns.
    func run() async throws -> [Period] {
        var periods: [Period] = []
        while !isOver.withLock({ $0 }) {
            guard let pattern = GrantPattern(Self.patterns[periods.count % Self.patterns.count]) else { break }
            var period = try await give(pattern)
            await wait(interval)
            let asked = Instant.now.microseconds
            _ = try await client.send(WithdrawGrant(partner: partner, pattern: pattern))
            period.ended = (asked, Instant.now.microseconds)
            periods.append(period)
            await wait(interval / 3)
        }
        return periods
    }

    /// Grants one pattern, up to the highest class.
    func give(_ pattern: GrantPattern) async throws -> Period {
        let asked = Instant.now.microseconds
        _ = try await client.send(GrantTopics(partner: partner, pattern: pattern, dataClass: .confidential))
        let grant = Grant(pattern, upTo: .confidential)
        return Period(grant: grant, began: (asked, Instant.now.microseconds))
    }

    private func wait(_ seconds: Double) async {
        for _ in 0..<max(1, Int(seconds / 0.1)) where !isOver.withLock({ $0 }) { await Pause.seconds(0.1) }
    }
}
