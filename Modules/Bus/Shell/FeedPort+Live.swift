import EventSourcing
import ZeroMQ

extension FeedPort {
    func announceCommits() async {
        let heads = service.heads
        // What was committed before anybody listened.
        if let head = try? await service.head() { await announce(upTo: head) }
        for await newHead in heads { await announce(upTo: newHead) }
    }

    private func announce(upTo newHead: FeedOffset) async {
        // What was committed before this process started is left to the feed.
        while announced < newHead {
            guard !subscriptions.isEmpty else {
                // Nobody listens: whoever comes later hears the head and fetches.
                announced = newHead
                break
            }
            guard let entries = try? await service.entries(after: announced, limit: 500, maxBytes: 1_048_576),
                let last = entries.last
            else { break }
            // Reading may overtake the notice of a new head.
            announced = last.offset
            head = max(head, newHead, announced)
            let now = service.now
            let messages = entries.filter { _ in !isLost() }.map { entry in
                Frames(LiveMessage(entry, epoch: service.epoch, head: head, sentAt: now).frames)
            }
            // A live message that cannot be sent is fetched instead.
            _ = try? live?.sendBatch(messages)
            // In the same turn: whoever got a live message may fetch what follows it, which must not seem unknown.
            handle(.head(head))
        }
        head = max(head, newHead)
        handle(.head(head))
    }

    private func isLost() -> Bool { limits.liveLoss > 0 && Double.random(in: 0..<1) < limits.liveLoss }

    func takeSubscriptions(_ batch: [Frames]) {
        for frames in batch {
            // The socket tells of every subscription, and of an unsubscription only when nobody is left.
            switch SubscriptionChange(frames) {
            case .subscribed(let topic)?:
                topics.insert(topic)
                if LiveMessage.isControl(topic) { answerBarrier(topic) } else { subscriptions.insert(topic) }
            case .unsubscribed(let topic)?:
                topics.remove(topic)
                subscriptions.remove(topic)
            case nil: continue
            }
        }
        if topics.count > limits.topics { reopenLive() }
    }

    private func answerBarrier(_ bytes: [UInt8]) {
        guard let topic = String(validating: bytes, as: UTF8.self), topic.hasPrefix(LiveMessage.syncPrefix) else {
            return
        }
        let message = LiveMessage(answering: topic, epoch: service.epoch, head: head, sentAt: service.now)
        _ = try? live?.send(Frames(message.frames))
    }

    func beat() {
        guard isServing else { return }
        let message = LiveMessage(heartbeatOf: service.epoch, head: head, sentAt: service.now)
        _ = try? live?.send(Frames(message.frames))
        thread.schedule(after: FeedLimits.heartbeat) { [weak self] in self?.assumeIsolated { $0.beat() } }
    }
}
