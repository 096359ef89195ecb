/// Tells what an ``Authenticator`` decided about one connection, for the log.
package struct AccessDecision: Hashable, Sendable {
    /// Names the domain of the socket that was called on; empty when the request was malformed.
    package let domain: String
    /// Holds the caller's network address without port, or `localhost:<user>:<group>:<process>` in the system's numbers
    /// for an `ipc` caller.
    package let address: String
    /// Holds the fingerprint of the caller's key, or `-` when it showed none.
    package let fingerprint: String
    /// Names the user whose key it is; `nil` when the caller was denied.
    package let user: String?
}
