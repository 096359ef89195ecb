/// What one transaction of a command came to.
///
/// Most commands are done in one. A command that would keep the store's other writers waiting takes several turns, each
/// a transaction of its own. After a crash in between, the turns that were kept stay, and the same command begins anew:
/// so a turn must be harmless when it is repeated. All turns are taken at one moment, that of the request.
package enum CommandTurn<Answer: Sendable>: Sendable {
    /// The command is done; what it answers.
    case done(Answer)
    /// There is more to do, in another transaction.
    case more(@Sendable (PluginWork) throws -> CommandTurn<Answer>)

    func map<Other: Sendable>(_ transform: @escaping @Sendable (Answer) throws -> Other) throws -> CommandTurn<Other> {
        switch self {
        case .done(let answer): .done(try transform(answer))
        case .more(let next): .more { try next($0).map(transform) }
        }
    }
}
