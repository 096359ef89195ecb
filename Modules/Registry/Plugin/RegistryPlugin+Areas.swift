import Contracts
import EventSourcing
import PluginKit
import RegistryDomain
import Scheme

extension RegistryPlugin {
    var areaCommands: [CommandHandler] {
        [
            CommandHandler(RegisterArea.self) { try register($0, work: $1) },
            CommandHandler(ChangeArea.self) { try change($0, work: $1) },
        ]
    }

    private func register(_ command: RegisterArea, work: PluginWork) throws {
        let list = try EstablishmentList(command.establishments)
        let registration = AreaRegistration(
            area: command.area,
            kind: command.kind,
            development: command.development,
            municipality: try NamedMunicipality(given: command.municipality),
            profile: AreaProfile(
                name: command.name,
                regions: try command.regions.map(NamedRegion.init(given:)),
                divisionYear: command.divisionYear,
                establishments: list.summary
            )
        )
        try execute(.register(registration), of: command.area, work)
        try list.replace(listOf: command.area, in: work.transaction)
    }

    private func change(_ command: ChangeArea, work: PluginWork) throws {
        let list = try command.establishments.map(EstablishmentList.init)
        let amendment = AreaAmendment(
            name: command.name,
            regions: try command.regions?.map(NamedRegion.init(given:)),
            divisionYear: command.divisionYear,
            establishments: list?.summary
        )
        try execute(.change(amendment), of: command.area, work)
        try list?.replace(listOf: command.area, in: work.transaction)
    }

    /// Decides on an area's stream.
    @discardableResult
    func execute(_ order: AreaCommand.Order, of area: AreaID, _ work: PluginWork) throws -> [AreaEvent] {
        let command = AreaCommand(order, of: area, today: work.today)
        return try work.execute(areas, command, on: .area(area), codec: AreaCodec())
    }
}
