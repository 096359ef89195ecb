/// A command that may not happen now, told in one sentence to the person who asked.
///
/// `description` is that sentence: what is refused, which gate is closed, what is missing.
package protocol DomainRefusal: Error, CustomStringConvertible, Equatable, Sendable {
    /// The gate of the scheme that is closed, or `nil` when the command is refused for another reason.
    var gate: String? { get }
}
