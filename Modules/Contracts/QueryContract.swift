/// A question that a service answers without changing anything.
package protocol QueryContract: Codable, Sendable {
    associatedtype Answer: Codable, Sendable
    /// The name on the wire, for instance `registry.runs`.
    static var name: String { get }
}
