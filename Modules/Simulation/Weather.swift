import Bus

/// How bad it is for one seed: each kind of fault is absent, rare or frequent, so that faults meet in every combination.
struct Weather {
    /// How many services publish, 1 or 2.
    let publisherCount: Int
    /// How many partners follow the gateway, 2 or 3.
    let partnerCount: Int
    /// How many publications there are.
    let publicationCount: Int
    /// How long there are faults; after that all must come to rest.
    let faultyFor: Duration
    /// The chance that a live message is lost.
    let liveLoss: Double
    /// The longest that a live message is under way, in milliseconds; they overtake each other.
    let liveDelay: Int
    /// The chance that a live message arrives changed.
    let corruption: Double
    /// The chance that a request or a reply is lost although its connection stands.
    let feedLoss: Double
    /// The longest that a request or a reply is under way, in milliseconds; within a connection they keep their order.
    let feedDelay: Int
    /// The chance that a message comes twice.
    let duplication: Double
    /// The chance that a consumer is told of a broken connection.
    let breakNotice: Double
    /// The chance of a crash just before a commit, and again just after it.
    let crashAtCommit: Double
    /// The chance that a transaction fails.
    let failure: Double
    /// The longest that the store needs for a request, in milliseconds.
    let storeDelay: Int
    /// The longest that the effect of a batch takes for each partner, in milliseconds.
    let effectDelays: [Int]
    /// The chance that a publication cannot be handled for some time, by the gateway or by a partner.
    let poison: Double
    /// The chance that a publication is not an event at all.
    let malformation: Double
    /// The most bytes that are read from a store at a time.
    let pageBytes: Int
    /// The time between two ticks of a state machine, in milliseconds.
    let tick: Int
    /// The intervals and bounds of the consumers.
    let timing: ConsumerTiming
    /// What happens to partners whose position is no longer served.
    let onGone: FeedConsumer.OnGone
    /// How many crashes, breaks and other single faults are planned.
    let faultCounts: FaultPlan

    /// How many single faults of each kind are planned.
    struct FaultPlan {
        let crashes: Int
        let breaks: Int
        let partitions: Int
        let pauses: Int
        let backups: Int
        let restores: Int
        let commands: Int
        let trims: Int
        let clockJumps: Int
        let intruders: Int
        /// How often a partner that is away is granted all, and then all from before.
        let lateGrants: Int
    }

    init(_ dice: inout SeededGenerator) {
        publisherCount = dice.number(1...2)
        partnerCount = dice.number(2...3)
        publicationCount = dice.number(12...36)
        faultyFor = dice.milliseconds(12_000...26_000)
        liveLoss = dice.pick([0, 0.1, 0.3, 0.3, 0.7, 1])
        liveDelay = dice.pick([5, 50, 400, 2000])
        corruption = dice.pick([0, 0, 0.05])
        feedLoss = dice.pick([0, 0, 0.03, 0.15])
        feedDelay = dice.pick([5, 40, 300])
        duplication = dice.pick([0, 0.05, 0.2])
        breakNotice = dice.pick([0, 0.5, 1])
        crashAtCommit = dice.pick([0, 0, 0.02, 0.08])
        failure = dice.pick([0, 0, 0.05, 0.2])
        storeDelay = dice.pick([2, 30, 200])
        let delays = (0..<3).map { _ in dice.pick([5, 5, 100, 400, 3000]) }
        effectDelays = delays
        poison = dice.pick([0, 0, 0.03, 0.1])
        malformation = dice.pick([0, 0, 0, 0.03])
        pageBytes = dice.pick([600, 2000, 1_048_576, 1_048_576])
        tick = dice.pick([50, 50, 100, 200])
        var timing = ConsumerTiming()
        if dice.happens(0.4) {
            timing.batch = dice.number(1...6)
            timing.buffer = dice.number(2...12)
            timing.acknowledgeEvery = Int64(dice.number(1...5))
        }
        self.timing = timing
        onGone = dice.happens(0.7) ? .snapshot : .halt
        func some(_ counts: [Int]) -> Int { dice.pick(counts) }
        faultCounts = FaultPlan(
            crashes: some([0, 1, 3, 8]),
            breaks: some([0, 2, 8]),
            partitions: some([0, 0, 1, 3]),
            pauses: some([0, 0, 1, 3]),
            backups: some([0, 2, 5]),
            restores: some([0, 0, 1, 2]),
            commands: some([0, 3, 8]),
            trims: some([0, 0, 2, 4]),
            clockJumps: some([0, 0, 1]),
            intruders: some([0, 2]),
            lateGrants: some([0, 1, 3])
        )
    }
}
