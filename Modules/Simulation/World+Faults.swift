import Bus
import EventSourcing
import FoundationEssentials
import Scheme

/// Publishing, and the faults that strike a whole process.
extension World {
    func publish(_ publisher: Int) async throws {
        guard publishers[publisher].isUp else { return plan(.publish(publisher), after: 200...1500) }
        // Nothing of a transaction is kept when the process ends before its commit.
        if strikes(weather.crashAtCommit) {
            crash(.publisher(publisher))
            return plan(.publish(publisher), after: 200...1500)
        }
        var bodies: [(topic: String, body: Data)] = []
        let feed = publishers[publisher].feed
        for place in 0..<dice.pick([1, 1, 1, 2, 5]) {
            let publication = try Publication(
                number: publications.count,
                publisher: publisher,
                sequence: Int64(feed.count + place + 1),
                isMalformed: dice.happens(weather.malformation),
                &dice
            )
            publications.append(publication)
            numbers[publication.body] = publication.number
            bodies.append((publication.topic, publication.body))
            publishers[publisher].lives[publishers[publisher].store.epoch, default: []].append(publication.number)
            if strikes(weather.poison) { spoil(publication) }
        }
        let batch = bodies
        try await publishers[publisher].store.write { transaction in
            for item in batch { try transaction.publish(topic: item.topic) { _ in item.body } }
        }
        note(
            "publisher \(publisher) commits \(bodies.map { numbers[$0.body] ?? -1 }), its feed has \(publishers[publisher].feed.count)"
        )
        if strikes(weather.crashAtCommit) { return crash(.publisher(publisher)) }
        plan(.announce(publisher), after: 0...20)
    }

    private func spoil(_ publication: Publication) {
        if dice.happens(0.5) {
            gateway.poison.add(publication.body)
        } else {
            partners[dice.number(0...partners.count - 1)].poison.insert(publication.number)
        }
        plan(.repair(publication.number), after: 1000...20_000)
    }

    /// A cause of failure is gone, and the operator has what was set aside tried again.
    func repair(_ number: Int) {
        gateway.poison.remove(publications[number].body)
        for feed in publishers.indices { plan(.retryAtGateway(feed), after: 0...300) }
        for partner in partners.indices where partners[partner].poison.remove(number) != nil {
            plan(.retryAtPartner(partner), after: 0...300)
        }
    }

    // MARK: Processes

    func crash(_ node: Node) {
        guard isUp(node) else { return }
        tally.note(.crash)
        note("\(node) crashes")
        switch node {
        case .publisher(let publisher):
            publishers[publisher].isUp = false
            shut(publisher)
        case .gateway:
            gateway.isUp = false
            for link in publishers.indices { stopConsumer(link) }
            for partner in partners.indices {
                gateway.doors[partner] = nil
                shut(door(of: partner))
            }
        case .partner(let partner):
            partners[partner].isUp = false
            stopConsumer(door(of: partner))
        }
        plan(.start(node), after: 50...3000)
    }

    private func isUp(_ node: Node) -> Bool {
        switch node {
        case .publisher(let publisher): publishers[publisher].isUp
        case .gateway: gateway.isUp
        case .partner(let partner): partners[partner].isUp
        }
    }

    func start(_ node: Node) async throws {
        guard !isUp(node) else { return }
        note("\(node) starts")
        switch node {
        case .publisher(let publisher):
            publishers[publisher].isUp = true
            try await open(publisher, expecting: nil)
        case .gateway: try await startGateway()
        case .partner(let partner):
            partners[partner].isUp = true
            startConsumer(door(of: partner), cursor: partners[partner].store.cursor, onGone: weather.onGone)
        }
    }

    func pause(_ node: Node) {
        guard !isCalm else { return }
        tally.note(.pause)
        let length = dice.milliseconds(500...8000)
        note("\(node) is stopped for \(length)")
        pausedUntil[node] = now + length
    }

    func backUp(_ node: Node) throws {
        switch node {
        case .publisher(let publisher):
            let copy = try InMemoryEventStore(copying: publishers[publisher].store)
            publishers[publisher].backups.append((copy, publishers[publisher].feed))
        case .gateway: gateway.backups.append((try InMemoryEventStore(copying: gateway.store), gateway.model))
        case .partner(let partner): partners[partner].backups.append(partners[partner].store)
        }
    }

    /// Puts an old backup back; a feed that is restored begins a new life, as the operator's manual says.
    func restore(_ node: Node) throws {
        switch node {
        case .publisher(let publisher):
            guard !publishers[publisher].backups.isEmpty else { return }
            let backup = dice.pick(publishers[publisher].backups)
            crash(node)
            publishers[publisher].store = try InMemoryEventStore(copying: backup.store, epoch: Epoch(dice.uuid()))
            publishers[publisher].lives[publishers[publisher].store.epoch] = backup.feed
            publishers[publisher].restoreCount += 1
        case .gateway:
            guard !gateway.backups.isEmpty else { return }
            let backup = dice.pick(gateway.backups)
            crash(node)
            gateway.store = try InMemoryEventStore(copying: backup.store, epoch: Epoch(dice.uuid()))
            gateway.model = backup.model
            gateway.model.isHeld = true
            gateway.heard[gateway.store.epoch] = backup.model.heard
            // Its start may fail just after the feed's new life was written, and the next one is not told.
            gateway.isToldOfRestore = dice.happens(0.7)
            gateway.compared = backup.model.accounts.map(\.feed.count)
            gateway.restoreCount += 1
            for partner in partners.indices {
                partners[partner].lives[gateway.store.epoch] = backup.model.accounts[partner].feed
                plan(.giveKey(partner), after: 2000...6000)
            }
        case .partner(let partner):
            guard !partners[partner].backups.isEmpty else { return }
            crash(node)
            partners[partner].store = dice.pick(partners[partner].backups)
            partners[partner].review = PartnerReview()
        }
        tally.note(.restore)
        note("\(node) is restored")
    }

    func jumpClock() {
        tally.note(.clock)
        gateway.clockOffset += .seconds(dice.number(-3...3) * 86_400)
        note("the gateway\u{2019}s clock shows \(wall.microseconds)")
        plan(.keepDoors, after: 0...1000)
    }

    /// Ends all faults; the operator sees to what they have left.
    func calm() {
        note("calm")
        isCalm = true
        gateway.clockOffset = .zero
        for link in links.indices { links[link].partitionedUntil = .zero }
        for publication in publications { gateway.poison.remove(publication.body) }
        for feed in publishers.indices { plan(.retryAtGateway(feed), after: 0...300) }
        for partner in partners.indices {
            partners[partner].poison = []
            plan(.retryAtPartner(partner), after: 0...300)
            plan(.giveKey(partner), after: 0...300)
        }
        plan(.keepDoors, after: 0...300)
    }
}
