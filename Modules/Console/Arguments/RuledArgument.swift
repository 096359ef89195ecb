import ArgumentParser

/// A value on the command line whose refusal says how it is written.
protocol RuledArgument: Sendable {
    /// What it is and how it is written, with an example: "an area identifier such as gm1581-0007".
    static var rule: String { get }
    /// Reads it; `nil` when it does not keep the rule.
    init?(argument: String)
}

extension RuledArgument {
    /// Reads it, or says the rule.
    static func read(_ argument: String) throws -> Self {
        guard let value = Self(argument: argument) else { throw ValidationError("it must be \(rule).") }
        return value
    }
}

extension Argument {
    init(help: ArgumentHelp? = nil) where Value: RuledArgument {
        self.init(help: help, transform: { try Value.read($0) })
    }

    init<Ruled: RuledArgument>(help: ArgumentHelp? = nil) where Value == Ruled? {
        self.init(help: help, transform: { try Ruled.read($0) })
    }
}

extension Option {
    init(parsing strategy: SingleValueParsingStrategy = .next, help: ArgumentHelp? = nil) where Value: RuledArgument {
        self.init(parsing: strategy, help: help, transform: { try Value.read($0) })
    }

    init<Ruled: RuledArgument>(help: ArgumentHelp? = nil) where Value == Ruled? {
        self.init(help: help, transform: { try Ruled.read($0) })
    }

    init<Ruled: RuledArgument>(help: ArgumentHelp? = nil) where Value == [Ruled] {
        self.init(help: help, transform: { try Ruled.read($0) })
    }

    init<Ruled: RuledArgument>(wrappedValue: [Ruled], help: ArgumentHelp? = nil) where Value == [Ruled] {
        self.init(wrappedValue: wrappedValue, help: help, transform: { try Ruled.read($0) })
    }
}
