/// The envelopes of an ``InMemoryEventStore``.
struct InMemoryEnvelopes: Sendable {
    /// An envelope and the number of the first one about the same.
    struct Kept: Sendable {
        let envelope: HeardEnvelope
        let thread: Int64
    }

    /// A pair of texts: source and identifier, or topic and subject.
    private struct Pair: Hashable {
        let first: InMemoryContent.Bytes
        let second: InMemoryContent.Bytes

        init(_ first: String, _ second: String) {
            self.first = InMemoryContent.Bytes(first)
            self.second = InMemoryContent.Bytes(second)
        }
    }

    /// All envelopes; the first has number 1.
    private(set) var all: [Kept] = []
    private var numbers: [Pair: Int64] = [:]
    private var threads: [Pair: Int64] = [:]

    subscript(number: Int64) -> Kept? {
        number >= 1 && number <= Int64(all.count) ? all[Int(number - 1)] : nil
    }

    func number(of envelope: HeardEnvelope) -> Int64? { numbers[Pair(envelope.source, envelope.id)] }

    /// Adds an envelope that is not known yet and returns its number.
    mutating func add(_ envelope: HeardEnvelope) -> Int64 {
        let number = Int64(all.count) + 1
        numbers[Pair(envelope.source, envelope.id)] = number
        let about = Pair(envelope.topic, envelope.subject)
        let thread = threads[about] ?? number
        threads[about] = thread
        all.append(Kept(envelope: envelope, thread: thread))
        return number
    }

    /// Takes back the last addition.
    mutating func removeLast() {
        let number = Int64(all.count)
        let last = all.removeLast()
        numbers[Pair(last.envelope.source, last.envelope.id)] = nil
        if last.thread == number { threads[Pair(last.envelope.topic, last.envelope.subject)] = nil }
    }
}
