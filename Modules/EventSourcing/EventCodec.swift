package import FoundationEssentials

/// Turns a domain's events into their stored form and back.
///
/// The stored form is a published format: a type name is never given another meaning. A form that has been replaced
/// is upcast in `decode`, so the domain knows only the newest.
package protocol EventCodec<Event>: Sendable {
    associatedtype Event: Sendable

    /// The type name and the JSON of an event.
    func encode(_ event: Event) throws -> (type: String, payload: Data)

    /// Reads a stored event, in its newest or any earlier form.
    ///
    /// - Throws: ``EventStoreError/damaged(_:)`` for a type or payload that this version does not know.
    func decode(type: String, payload: Data) throws -> Event
}
