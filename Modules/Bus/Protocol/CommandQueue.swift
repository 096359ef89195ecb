/// Decides which commands and queries are carried out now, which wait for their turn, and which must come back later.
///
/// Pure bookkeeping: no clock, no socket, no store.
struct CommandQueue {
    /// A whole message as it came in; its first frame is the sender.
    struct Item: Hashable, Sendable {
        let parts: [[UInt8]]

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

    private let limits: PortLimits
    private var underWay: Set<Item> = []
    private var waiting: [Item] = []
    private var startedCount = 0
    private var byteCount = 0

    init(_ limits: PortLimits) { self.limits = limits }

    /// Takes a message in, unless it is busy or has it already.
    mutating func add(_ item: Item) -> Verdict {
        guard !underWay.contains(item) else { return .repeated }
        guard underWay.count < limits.commands, byteCount + item.byteCount <= limits.commandBytes else { return .busy }
        underWay.insert(item)
        byteCount += item.byteCount
        guard startedCount < limits.concurrentCommands else {
            waiting.append(item)
            return .wait
        }
        startedCount += 1
        return .start
    }

    /// Lets go of a message that was carried out, and gives the one whose turn has come.
    mutating func finish(_ item: Item) -> Item? {
        underWay.remove(item)
        byteCount -= item.byteCount
        guard waiting.isEmpty else { return waiting.removeFirst() }
        startedCount -= 1
        return nil
    }
}
