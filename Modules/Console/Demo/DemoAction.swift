import Contracts

/// Something that somebody does in the demonstration.
enum DemoAction: Sendable {
    /// A command that must be carried out.
    case carryOut(any CommandContract)
    /// A command at the wrong moment, which must be refused.
    case wrongTurn(String, any CommandContract)
}

/// What happens on one day, in each area.
struct DemoChapter: Sendable {
    let day: String
    let actions: @Sendable (DemoArea, DemoFiles) throws -> [DemoAction]
}
