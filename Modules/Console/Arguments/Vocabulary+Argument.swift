import ArgumentParser
import Scheme

extension Identifier {
    /// Reads a command-line value by the identifier's own rule.
    static func read(_ text: String) throws -> Self {
        guard let value = Self(text) else { throw ValidationError("\u{201c}\(text)\u{201d} is not \(Self.rule).") }
        return value
    }
}

extension AreaID: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
extension RunID: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
extension OrganisationID: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
extension LocalID: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
extension SchemeID: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
extension CalendarDate: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
extension PartnerID: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
extension PartnerKey: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
extension GrantPattern: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
extension DataClass: ExpressibleByArgument {}
extension AreaKind: ExpressibleByArgument {}
extension Development: ExpressibleByArgument {}
extension PartyKind: ExpressibleByArgument {}
extension InspectionKind: ExpressibleByArgument {}
