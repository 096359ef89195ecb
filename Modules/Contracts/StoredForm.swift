/// The form in which an event is kept in a log: a published format that is only ever added to.
package protocol StoredForm: Codable, Equatable, Sendable {
    /// The name under which it is stored, with its version.
    static var type: String { get }
}
