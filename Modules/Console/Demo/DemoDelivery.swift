import CloudEvents

/// What a partner got of all that happened, against what it was entitled to.
struct DemoDelivery: Sendable {
    /// The partner.
    let partner: DemoPartner
    /// In what its system is written.
    let language: PartnerProgram.Language
    /// How many of the events that it was entitled to it has.
    let got: Int
    /// How many events it was entitled to.
    let entitled: Int
    /// How many events it was not entitled to and does not have.
    let withheld: Int
    /// How many it has and should not have: not meant for it, or unknown.
    let strays: Int
    /// How many it has more than once.
    let repeats: Int
    /// Whether the offsets have no hole, and the events of each service come in that service's order.
    let isInOrder: Bool

    /// Compares what the internal subscriber received, all that happened, with what the partner's system has kept.
    init(
        to partner: DemoPartner,
        in language: PartnerProgram.Language,
        of received: [ReceivedEvent],
        kept: [PartnerProgram.Kept]
    ) {
        let all = Set(received.map { Identity($0.event.source, $0.event.id) })
        let meant = Set(received.filter(partner.isEntitled).map { Identity($0.event.source, $0.event.id) })
        let had = Set(kept.map { Identity($0.event.source, $0.event.id) })
        (self.partner, self.language) = (partner, language)
        got = had.intersection(meant).count
        entitled = meant.count
        withheld = all.subtracting(meant).subtracting(had).count
        strays = had.subtracting(meant).count
        repeats = kept.count - had.count
        isInOrder =
            kept.map(\.offset) == kept.indices.map { Int64($0) + 1 }
            && Dictionary(grouping: kept, by: \.event.source).values.allSatisfy { events in
                let sequences = events.map { $0.event.sequence ?? "" }
                return zip(sequences, sequences.dropFirst()).allSatisfy { $0 < $1 }
            }
    }

    /// Whether it has what it should have, once, in order, and nothing else; and there was something to withhold.
    var isComplete: Bool {
        got == entitled && entitled > 0 && withheld > 0 && strays == 0 && repeats == 0 && isInOrder
    }

    /// What is wrong, in words; nothing when all is right.
    var faults: [String] {
        [
            got < entitled ? "\(entitled - got) events are missing" : nil,
            strays > 0 ? "\(strays) events were not meant for it" : nil,
            repeats > 0 ? "\(repeats) events came more than once" : nil,
            isInOrder ? nil : "the order is not right",
            withheld == 0 ? "there was nothing that it may not read" : nil,
        ].compactMap(\.self)
    }

    private struct Identity: Hashable {
        let source: String
        let id: String

        init(_ source: String, _ id: String) { (self.source, self.id) = (source, id) }
    }
}
