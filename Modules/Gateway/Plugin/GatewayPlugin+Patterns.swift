import Contracts
import PluginKit
import Scheme

extension GatewayPlugin {
    /// Refuses a pattern that can select nothing: it would give nothing, and nobody would notice.
    func check(_ pattern: GrantPattern) throws {
        let streams = consumes.map(\.description)
        if let stream = pattern.stream, !streams.contains(stream) {
            throw InvalidInput("there is no service \(stream); write * or one of \(streams.joined(separator: ", ")).")
        }
        let events = streams.filter { [nil, $0].contains(pattern.stream) }
            .flatMap { EventCatalogue.events(of: $0) }
            .map { $0.name }
        if let event = pattern.event, !events.contains(event) {
            let of = pattern.stream.map { " of \($0)" } ?? ""
            throw InvalidInput("there is no event \(event)\(of); write * or one of \(events.joined(separator: ", ")).")
        }
        try checkPlace(pattern)
    }

    private func checkPlace(_ pattern: GrantPattern) throws {
        if let municipality = pattern.municipality, municipality != Topic.nowhere,
            MunicipalityCode(municipality.uppercased()) == nil
        {
            throw InvalidInput("\(municipality) is no municipality; write * or a code such as gm0344.")
        }
        guard let area = pattern.area else { return }
        if area == Topic.nowhere {
            guard [nil, Topic.nowhere].contains(pattern.municipality) else {
                throw InvalidInput(
                    "an event of a municipality always has an area; write * or an area such as gm0344-0001."
                )
            }
            return
        }
        guard let area = AreaID(area), [nil, area.municipalitySegment].contains(pattern.municipality) else {
            throw InvalidInput("\(area) is no area of that municipality; write * or an area such as gm0344-0001.")
        }
    }
}
