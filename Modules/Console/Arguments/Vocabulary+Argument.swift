import ArgumentParser
import PluginKit
import Scheme

extension RuledArgument where Self: Identifier {
    init?(argument: String) { self.init(argument) }
}

extension AreaID: RuledArgument {}
extension RunID: RuledArgument {}
extension OrganisationID: RuledArgument {}
extension LocalID: RuledArgument {}
extension SchemeID: RuledArgument {}
extension PartnerID: RuledArgument {}
extension PartnerKey: RuledArgument {}
extension GrantPattern: RuledArgument {}

extension CalendarDate: RuledArgument {
    static var rule: String { "a date such as 2026-11-23" }

    init?(argument: String) { self.init(argument) }
}

extension PluginName: RuledArgument {
    static var rule: String { "one of \(all.map(\.description).joined(separator: ", "))" }

    init?(argument: String) {
        guard let name = PluginName(argument), PluginName.all.contains(name) else { return nil }
        self = name
    }
}

extension DataClass: ExpressibleByArgument {}
extension AreaKind: ExpressibleByArgument {}
extension Development: ExpressibleByArgument {}
extension PartyKind: ExpressibleByArgument {}
extension InspectionKind: ExpressibleByArgument {}
