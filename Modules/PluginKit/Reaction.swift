package import CloudEvents
package import Contracts

/// What a plug-in does when it hears one kind of event of another.
package struct Reaction: Sendable {
    /// The CloudEvents type.
    package let type: String
    /// Reads the data and does the work.
    package let apply: @Sendable (JSONValue, PluginWork) throws -> Void

    /// Makes a reaction.
    ///
    /// An event that concerns several areas is heard once for each: the work must be idempotent.
    package init<Event: EventContract>(
        to event: Event.Type,
        _ body: @escaping @Sendable (Event, PluginWork) throws -> Void
    ) {
        type = Event.type
        apply = { json, work in try body(try JSON.decode(Event.self, from: json), work) }
    }
}
