package import CloudEvents

/// A question on its way to a service.
package struct QueryRequest: Codable, Hashable, Sendable {
    /// The query's name.
    package let type: String
    /// What the service must have read of other feeds before it answers.
    package let after: [FeedMark]
    /// The query itself.
    package let body: JSONValue

    /// Makes a request.
    package init(type: String, after: [FeedMark] = [], body: JSONValue) {
        (self.type, self.after, self.body) = (type, after, body)
    }
}
