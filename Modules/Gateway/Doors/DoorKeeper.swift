import Bus
import Contracts
import EventSourcing
import GatewayPlugin
import Logging
import PluginHost
import PluginKit
import Scheme
import ZeroMQ

/// Knows which doors are open, and carries out the difference between that and what is planned.
struct DoorKeeper {
    /// A door that is open.
    struct Door {
        var plan: DoorPlan
        let channel: ChannelName
        let port: FeedPort<PartnerFeed>
        let head: AsyncStream<FeedOffset>.Continuation
    }

    /// What stands in the way of a door.
    private struct Obstacle {
        let plan: DoorPlan
        let why: String
        /// When it is tried again, and how long that is after the last time.
        let again: ContinuousClock.Instant
        let wait: Duration
    }

    /// The first and the longest wait before a door is tried again.
    ///
    /// Each time holds up the messaging thread, and with it every other door, for the 0.1 s in which a closing socket
    /// might free the port.
    private static let waits: ClosedRange<Duration> = .seconds(1)...(.seconds(30))

    private let place: HostPlace
    private let authenticator: Authenticator
    private let keys: CurveKeyPair
    private var open: [PartnerID: Door] = [:]
    private var plans: [DoorPlan] = []
    private var planned: (head: FeedOffset, day: CalendarDate)?
    private var obstacles: [PartnerID: Obstacle] = [:]

    init(place: HostPlace, authenticator: Authenticator, keys: CurveKeyPair) {
        (self.place, self.authenticator, self.keys) = (place, authenticator, keys)
    }

    /// Shuts and opens what has to be, tells the open doors how far their feeds have come.
    ///
    /// - Returns: The doors that are new and are to be served.
    mutating func keep() async -> [Door] {
        do {
            let heads = try await read()
            var opened: [Door] = []
            let wanted = Dictionary(uniqueKeysWithValues: plans.map { ($0.partner, $0) })
            for (partner, door) in open {
                guard wanted[partner]?.keepsOpen(door.plan) != true else { continue }
                await shut(door)
            }
            for plan in plans {
                if open[plan.partner]?.plan != plan { admit(plan) }
                if let door = open[plan.partner] {
                    open[plan.partner]?.plan = plan
                    if let head = heads[door.channel] { door.head.yield(head) }
                } else if mayTry(plan), let door = await open(plan) {
                    opened.append(door)
                }
            }
            return opened
        } catch is CancellationError {
            return []
        } catch {
            place.logger.error("the partners cannot be read, so their doors stay as they are: \(error)")
            return []
        }
    }

    /// Shuts every door.
    mutating func closeAll() async {
        for door in open.values { await shut(door) }
    }

    /// Reads the heads of all feeds, and the plans when a partner or the day has changed.
    private mutating func read() async throws -> [ChannelName: FeedOffset] {
        let today = CalendarDate(inTheNetherlandsAt: place.clock.now)
        let former = planned?.day == today ? planned?.head : nil
        let (head, heads, summaries, isHeld) = try await place.store.read { reader in
            let head = try reader.feedHead()
            // Neither the hold nor its end is an event, so the plans of before do not tell.
            let isHeld = try RestoredHold.reason(in: reader) != nil
            let summaries = head == former || isHeld ? nil : try PartnerDirectory.all(in: reader)
            return (head, try reader.channels().mapValues(\.head), summaries, isHeld)
        }
        if isHeld { (plans, planned) = ([], nil) }
        if let summaries {
            plans = summaries.compactMap { DoorPlan($0, on: today) }
            planned = (head, today)
        }
        return heads
    }

    private func admit(_ plan: DoorPlan) {
        let users = Dictionary(uniqueKeysWithValues: plan.keys.map { ($0, plan.partner.text) })
        authenticator.admit(users, to: plan.liveDomain)
        authenticator.admit(users, to: plan.feedDomain)
    }

    private func mayTry(_ plan: DoorPlan) -> Bool {
        guard let obstacle = obstacles[plan.partner], obstacle.plan == plan else { return true }
        return obstacle.again <= .now
    }

    private mutating func open(_ plan: DoorPlan) async -> Door? {
        guard let channel = ChannelName(plan.partner.text) else { return nil }
        let (heads, head) = AsyncStream.makeStream(of: FeedOffset.self, bufferingPolicy: .bufferingNewest(1))
        let feed = PartnerFeed(
            partner: plan.partner,
            channel: channel,
            store: place.store,
            clock: place.clock,
            heads: heads
        )
        var limits = PortLimits()
        limits.liveLoss = place.liveLoss
        do {
            let port = try await FeedPort(feed, expecting: [plan.partner.text], limits: limits, on: place.thread)
            let bound = try await port.open(
                at: DoorEndpoints(
                    live: .curve(
                        try Address("tcp://\(place.doors):\(plan.livePort)"),
                        authenticator.server(plan.liveDomain, keys: keys)
                    ),
                    feed: .curve(
                        try Address("tcp://\(place.doors):\(plan.feedPort)"),
                        authenticator.server(plan.feedDomain, keys: keys)
                    )
                )
            )
            let door = Door(plan: plan, channel: channel, port: port, head: head)
            open[plan.partner] = door
            obstacles[plan.partner] = nil
            place.logger.notice(
                "door open",
                metadata: ["partner": "\(plan.partner)", "live": "\(bound.live)", "feed": "\(bound.feed)"]
            )
            return door
        } catch {
            note("\(error)", of: plan)
            return nil
        }
    }

    private mutating func note(_ why: String, of plan: DoorPlan) {
        let former = obstacles[plan.partner].flatMap { $0.plan == plan ? $0 : nil }
        let wait = former.map { min($0.wait * 2, Self.waits.upperBound) } ?? Self.waits.lowerBound
        obstacles[plan.partner] = Obstacle(plan: plan, why: why, again: .now + wait, wait: wait)
        // Said once, however often it is tried.
        guard former?.why != why else { return }
        place.logger.error("the door of \(plan.partner) cannot be opened and will be tried again: \(why)")
    }

    private mutating func shut(_ door: Door) async {
        // The keys first: nobody slips in again between the two.
        authenticator.admit([:], to: door.plan.liveDomain)
        authenticator.admit([:], to: door.plan.feedDomain)
        await door.port.close()
        door.head.finish()
        open[door.plan.partner] = nil
        place.logger.notice("door shut", metadata: ["partner": "\(door.plan.partner)"])
    }
}
