/// Events that could not be applied, in the order in which they came.
package struct ParkedList: Codable, Hashable, Sendable {
    /// The events, at most 1000.
    package let parked: [ParkedEvent]

    /// Makes the value.
    package init(parked: [ParkedEvent]) {
        self.parked = parked
    }
}
