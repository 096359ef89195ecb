/// Decides what a command does to an aggregate, as three pure functions.
///
/// A decider knows no clock, no store and no randomness: the time, new identifiers and whatever was heard
/// from elsewhere come in with the command or stand in the state as earlier events.
///
/// ```swift
/// given: let state = decider.state(after: history)
/// when:  try decider.decide(command, state)
/// then:  the new events, or a refusal that is one sentence for a person
/// ```
///
/// It is a value, so that it can hold the data it decides by, such as the scheme versions.
///
/// Source: J. Chassaing, "Functional Event Sourcing Decider".
package protocol Decider: Sendable {
    associatedtype Command: Sendable
    associatedtype Event: Sendable
    associatedtype State: Sendable
    associatedtype Refusal: DomainRefusal

    /// The state of an aggregate of which nothing has happened yet.
    var initial: State { get }

    /// Returns the events that a command brings about; none when it has already been carried out.
    ///
    /// - Throws: A refusal that names what is missing; nothing has changed then.
    func decide(_ command: Command, _ state: State) throws(Refusal) -> [Event]

    /// Folds one event into the state. Total: a stored event is a fact and is never refused.
    func evolve(_ state: inout State, _ event: Event)
}

extension Decider {
    /// Folds a history into a state.
    package func state(after events: some Sequence<Event>) -> State {
        events.reduce(into: initial) { evolve(&$0, $1) }
    }
}
