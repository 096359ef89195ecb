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
    /// Takes note of the life of its feed in which it is going to work, before it hears or is asked anything.
    ///
    /// - Parameters:
    ///   - epoch: The life of its own feed.
    ///   - isRestored: Whether the operator says that the store is a restored backup.
    ///   - work: The transaction.
    /// - Throws: What the store throws; the plug-in does not open then.
    func begin(in epoch: Epoch, isRestored: Bool, _ work: PluginWork) throws
    /// Why it is to hear nothing for now, as a sentence for the operator; `nil` when it may hear.
    ///
    /// What it may hear once, it may hear until the process ends.
    func deafness(in reader: any StoreReader) throws -> String?
    /// Does what the passing of time brings about: warnings, expiry, overdue.
    ///
    /// Must be idempotent: it is called again and again, and after a long stop it catches up once.
    func fallDue(_ work: PluginWork) throws
}

extension BusPlugin {
    package var listener: EventListener? { nil }
    package func begin(in epoch: Epoch, isRestored: Bool, _ work: PluginWork) throws {}
    package func deafness(in reader: any StoreReader) throws -> String? { nil }
    package func fallDue(_ work: PluginWork) throws {}
}
