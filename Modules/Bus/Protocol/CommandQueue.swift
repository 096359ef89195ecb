/// Decides which commands and queries are carried out now, which wait for their turn, and which must come back later.
///
/// Pure bookkeeping: no clock, no socket, no store.
struct CommandQueue {
    /// A whole message as it came in; its first frame is the peer.
    struct Item: Hashable, Sendable {
        let parts: [[UInt8]]
        /// The user whose key it came under, if any.
        var sender: String?

        /// Leaves the large frames out: a command may have megabytes.
        func hash(into hasher: inout Hasher) {
            for part in parts where part.count <= 64 { hasher.combine(part) }
        }

        /// The number of bytes of all frames.
        var byteCount: Int { parts.reduce(0) { $0 + $1.count } }
    }

    /// What becomes of a message.
    enum Verdict: Hashable, Sendable {
        /// It is to be carried out now.
        case start
        /// It has its place in the queue, and comes out when another one is finished.
        case wait
        /// The same message is under way already, and its answer serves both.
        case repeated
        /// There is no room for it.
        case busy
    }

    /// What is under way, or what of it is one sender's.
    private struct Load {
        var count = 0
        var started = 0
        var bytes = 0

        static func + (left: Load, right: Load) -> Load {
            Load(
                count: left.count + right.count,
                started: left.started + right.started,
                bytes: left.bytes + right.bytes
            )
        }

        static func - (left: Load, right: Load) -> Load {
            Load(
                count: left.count - right.count,
                started: left.started - right.started,
                bytes: left.bytes - right.bytes
            )
        }
    }

    private let limits: PortLimits
    private var underWay: Set<Item> = []
    private var waiting: [Item] = []
    private var total = Load()
    /// Only of senders that are told apart: those without a key may be one or many.
    private var shares: [String: Load] = [:]

    init(_ limits: PortLimits) { self.limits = limits }

    /// Takes a message in, unless it is busy or has it already.
    ///
    /// One sender gets at most half of the places, of the bytes and of the turns, so that there is room for others.
    mutating func add(_ item: Item) -> Verdict {
        guard !underWay.contains(item) else { return .repeated }
        let load = total + Load(count: 1, bytes: item.byteCount)
        guard load.count <= limits.commands, load.bytes <= limits.commandBytes else { return .busy }
        if let share = share(of: item.sender) {
            guard share.count < limits.commands / 2, share.bytes + item.byteCount <= limits.commandBytes / 2 else {
                return .busy
            }
        }
        underWay.insert(item)
        count(Load(count: 1, bytes: item.byteCount), for: item.sender)
        guard mayStart(item) else {
            waiting.append(item)
            return .wait
        }
        count(Load(started: 1), for: item.sender)
        return .start
    }

    /// Lets go of a message that was carried out, and gives the one whose turn has come.
    mutating func finish(_ item: Item) -> Item? {
        underWay.remove(item)
        count(Load() - Load(count: 1, started: 1, bytes: item.byteCount), for: item.sender)
        guard let place = waiting.firstIndex(where: mayStart) else { return nil }
        let next = waiting.remove(at: place)
        count(Load(started: 1), for: next.sender)
        return next
    }

    private func share(of sender: String?) -> Load? { sender.map { shares[$0] ?? Load() } }

    private func mayStart(_ item: Item) -> Bool {
        guard total.started < limits.concurrentCommands else { return false }
        return share(of: item.sender).map { $0.started < max(1, limits.concurrentCommands / 2) } ?? true
    }

    private mutating func count(_ change: Load, for sender: String?) {
        total = total + change
        guard let sender, let share = share(of: sender) else { return }
        let left = share + change
        shares[sender] = left.count == 0 ? nil : left
    }
}
