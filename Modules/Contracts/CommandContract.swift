/// A command that a service carries out or refuses.
package protocol CommandContract: Codable, Sendable {
    /// The name on the wire: the service, a dot and a verb, for instance `registry.register-area`.
    static var name: String { get }
}
