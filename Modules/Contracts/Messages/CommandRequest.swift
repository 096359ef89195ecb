package import CloudEvents
package import FoundationEssentials

/// A command on its way to a service.
package struct CommandRequest: Codable, Hashable, Sendable {
    /// Makes the command happen at most once: the same key gets the same reply.
    package let key: UUID
    /// The command's name.
    package let type: String
    /// The revision that the one who asks has seen, or `nil` when it does not matter.
    package let expectedRevision: Int64?
    /// Not to be carried out after this moment, microseconds since 1970.
    package let deadline: Int64?
    /// Who asks.
    package let issuedBy: Issuer
    /// What the service must have read of other feeds before it decides.
    package let after: [FeedMark]
    /// The command itself.
    package let body: JSONValue

    /// Makes a request.
    package init(
        key: UUID,
        type: String,
        expectedRevision: Int64? = nil,
        deadline: Int64? = nil,
        issuedBy: Issuer,
        after: [FeedMark] = [],
        body: JSONValue
    ) {
        self.key = key
        self.type = type
        self.expectedRevision = expectedRevision
        self.deadline = deadline
        self.issuedBy = issuedBy
        self.after = after
        self.body = body
    }
}
