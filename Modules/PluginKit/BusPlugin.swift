package import EventSourcing

/// A unit of deployment: what it consumes, serves and does, as tables.
///
/// A plug-in has no socket, no thread and no clock of its own. Everything it does happens inside a ``PluginWork``, which
/// is one transaction of its own store.
package protocol BusPlugin: Sendable {
    /// Its name, unique among the plug-ins that talk to each other.
    var name: PluginName { get }
    /// The plug-ins whose events it needs.
    var consumes: [PluginName] { get }
    /// What is folded from its own log for reading.
    var projections: [any Projection] { get }
    /// The commands that it carries out.
    var commands: [CommandHandler] { get }
    /// The queries that it answers.
    var queries: [QueryHandler] { get }
    /// What it does when it hears another's event.
    var reactions: [Reaction] { get }
    /// Hears every event of the feeds that it consumes, or `nil` when its reactions are all it needs.
    var listener: EventListener? { get }
    /// Does what the passing of time brings about: warnings, expiry, overdue.
    ///
    /// Must be idempotent: it is called again and again, and after a long stop it catches up once.
    func fallDue(_ work: PluginWork) throws
}

extension BusPlugin {
    package var listener: EventListener? { nil }
    package func fallDue(_ work: PluginWork) throws {}
}
