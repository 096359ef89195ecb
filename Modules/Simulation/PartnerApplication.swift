import Bus
import EventSourcing

/// What a partner has on its disk: the effects, the inbox and the cursor, changed in one transaction.
///
/// It is a value, so that a copy is a backup, and a transaction that is not kept has not happened.
struct PartnerApplication {
    /// The effect of one event.
    struct Effect: Equatable {
        /// How it came.
        enum Way: Equatable {
            case feed
            case snapshot
            case retry
        }

        let publication: Int
        let subject: String
        let epoch: Epoch
        let offset: FeedOffset
        let way: Way
    }

    /// An event that is set aside.
    struct Parked: Equatable {
        let publication: Int
        let subject: String
        let epoch: Epoch
        let offset: FeedOffset
    }

    /// An entry of the feed, and the publication that its bytes are.
    typealias Entry = (offset: FeedOffset, publication: Publication)

    private(set) var cursor: FeedCursor?
    private(set) var effects: [Effect] = []
    private(set) var parked: [Parked] = []
    /// Up to where a snapshot stood for the entries of the cursor's epoch.
    private(set) var coveredUpTo = FeedOffset.start
    /// What has had its effect; every event counts once, also when the feed begins anew after a restore.
    private var inbox: Set<Int> = []
    private var lastNumber = ""

    /// Makes the effect of a batch, or nothing of it; what keeps failing is set aside with its successors.
    ///
    /// - Returns: Whether it commits.
    mutating func apply(
        _ entries: [Entry],
        epoch: Epoch,
        isParking: Bool,
        mistake: Mistake?,
        isPoison: (Publication) -> Bool
    ) -> Bool {
        let former = self
        let isSorting = isParking || !parked.isEmpty
        for (offset, publication) in entries {
            if mistake == .comparesSequencesAsText {
                let number = String(offset.value)
                guard number > lastNumber else { continue }
                lastNumber = number
            }
            guard !inbox.contains(publication.number) else { continue }
            let subject = publication.subject
            let waits = isSorting && !subject.isEmpty && parked.contains { $0.subject == subject }
            if waits || isPoison(publication) {
                guard waits || isParking else {
                    self = former
                    return false
                }
                let item = Parked(publication: publication.number, subject: subject, epoch: epoch, offset: offset)
                parked.append(item)
            } else {
                make(publication.number, subject, epoch, offset, .feed)
            }
        }
        if let last = entries.last { cursor = FeedCursor(epoch: epoch, offset: last.offset) }
        return true
    }

    /// Takes up a page of a snapshot, which has also the newest of what was set aside; returns whether it commits.
    mutating func takeSnapshot(
        _ entries: [Entry],
        epoch: Epoch,
        asOf: FeedOffset,
        isLast: Bool,
        isPoison: (Publication) -> Bool
    ) -> Bool {
        guard !entries.contains(where: { isPoison($0.publication) }) else { return false }
        for (offset, publication) in entries where !inbox.contains(publication.number) {
            parked.removeAll { $0.publication == publication.number }
            make(publication.number, publication.subject, epoch, offset, .snapshot)
        }
        if isLast {
            parked = []
            cursor = FeedCursor(epoch: epoch, offset: asOf)
            coveredUpTo = asOf
            lastNumber = ""
        }
        return true
    }

    /// Tries again what is set aside.
    mutating func retry(isPoison: (Int) -> Bool) {
        var stuck: Set<String> = []
        for item in parked where !stuck.contains(item.subject) {
            if isPoison(item.publication) {
                if !item.subject.isEmpty { stuck.insert(item.subject) }
            } else {
                parked.removeAll { $0 == item }
                make(item.publication, item.subject, item.epoch, item.offset, .retry)
            }
        }
    }

    /// Begins the feed anew, as the operator does after a restore; what was set aside comes again.
    mutating func reset(to epoch: Epoch) {
        cursor = FeedCursor(epoch: epoch, offset: .start)
        (coveredUpTo, parked, lastNumber) = (.start, [], "")
    }

    private mutating func make(
        _ publication: Int,
        _ subject: String,
        _ epoch: Epoch,
        _ offset: FeedOffset,
        _ way: Effect.Way
    ) {
        inbox.insert(publication)
        effects.append(
            Effect(publication: publication, subject: subject, epoch: epoch, offset: offset, way: way)
        )
    }
}
