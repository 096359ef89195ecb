package import FoundationEssentials

/// Rewrites an old stored form of an event into the next one, when it is read.
package struct Upcaster: Sendable {
    /// The type that it reads.
    package let from: String
    /// The type that it makes.
    package let to: String
    /// Makes the new payload from the old one.
    package let rewrite: @Sendable (Data) throws -> Data

    /// Makes an upcaster of one step.
    package init(from: String, to: String, rewrite: @escaping @Sendable (Data) throws -> Data) {
        self.from = from
        self.to = to
        self.rewrite = rewrite
    }
}

/// Applies upcasters one after the other until none fits.
package struct UpcasterChain: Sendable {
    private let steps: [String: Upcaster]

    /// Makes a chain.
    ///
    /// - Precondition: Each type has at most one upcaster, and the chain has no cycle.
    package init(_ upcasters: [Upcaster]) {
        var steps: [String: Upcaster] = [:]
        for upcaster in upcasters {
            precondition(steps[upcaster.from] == nil, "two upcasters read \(upcaster.from)")
            steps[upcaster.from] = upcaster
        }
        for start in steps.keys {
            var seen: Set<String> = [start]
            var type = start
            while let next = steps[type]?.to {
                precondition(seen.insert(next).inserted, "the upcasters of \(start) go round in a circle")
                type = next
            }
        }
        self.steps = steps
    }

    /// Returns the newest form of a stored event.
    package func newest(type: String, payload: Data) throws -> (type: String, payload: Data) {
        var (type, payload) = (type, payload)
        while let step = steps[type] {
            payload = try step.rewrite(payload)
            type = step.to
        }
        return (type, payload)
    }
}
