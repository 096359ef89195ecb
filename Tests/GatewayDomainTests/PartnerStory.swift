import GatewayDomain
import Scheme
import TestSupport
import Testing

/// Shortens the stories of one partner.
enum PartnerStory {
    static let partner: PartnerID = id("politie-mn")
    static let today = day("2026-11-23")
    static let story = Scenario(PartnerDecider())
    static let admitted = story.having(command(.admit(admission())))
    static let revoked = admitted.having(command(.grant(grant())), command(.revoke))

    static func id<T: Identifier>(_ text: String) -> T {
        guard let identifier = T(text) else { preconditionFailure("\(text) is not \(T.rule)") }
        return identifier
    }

    static func day(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no date") }
        return date
    }

    /// A key that differs by its number.
    static func key(_ number: Int) -> PartnerKey {
        let digits = String(number)
        return id(String(repeating: "0", count: 40 - digits.count) + digits)
    }

    static func admission(
        key number: Int = 1,
        name: String = "Politie Midden-Nederland",
        ports: DoorPorts = DoorPorts(live: 7100, feed: 7101),
        on date: CalendarDate = today
    ) -> Admission {
        Admission(organisation: id("politie"), name: name, key: key(number), ports: ports, on: date)
    }

    static func grant(_ text: String = "certification/gm0344/*/*", upTo dataClass: DataClass = .open) -> Grant {
        Grant(id(text), upTo: dataClass)
    }

    static func command(_ order: PartnerCommand.Order, on date: CalendarDate = today) -> PartnerCommand {
        PartnerCommand(order, of: partner, today: date)
    }
}
