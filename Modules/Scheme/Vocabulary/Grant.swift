/// What a partner may read: the topics that a pattern selects, up to a class of data.
package struct Grant: Codable, Hashable, Sendable {
    /// The topics.
    package let pattern: GrantPattern
    /// The highest class of data among them.
    package let dataClass: DataClass

    /// Makes a grant.
    package init(_ pattern: GrantPattern, upTo dataClass: DataClass) {
        (self.pattern, self.dataClass) = (pattern, dataClass)
    }

    /// Tells whether it gives an event on a topic with a class of data.
    package func gives(_ topic: String, of dataClass: DataClass) -> Bool {
        dataClass <= self.dataClass && pattern.selects(topic)
    }
}
