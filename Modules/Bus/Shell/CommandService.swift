package import Contracts

/// What stands behind a port for commands and queries: a plug-in.
///
/// Its functions never run on the messaging thread. The sender is the user whose key the request came under, as the
/// authenticator knows it; `nil` on an unsecured address.
package protocol CommandService: Sendable {
    /// Carries out a command.
    @concurrent func carryOut(_ request: CommandRequest, sender: String?) async -> CommandReply
    /// Answers a query.
    @concurrent func answer(_ request: QueryRequest, sender: String?) async -> CommandReply
}
