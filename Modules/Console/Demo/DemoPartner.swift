import CloudEvents
import Contracts
import Scheme

/// A partner of the demonstration: what the gateway is told of it, and what it is therefore entitled to.
struct DemoPartner: Sendable {
    let id: PartnerID
    let name: String
    let organisation: OrganisationID
    /// What it asked for, in words.
    let wish: String
    /// What the gateway is told.
    let grants: [Grant]
    /// The language in which its system is written, where that can be run.
    let language: PartnerProgram.Language
    /// Whether its process is killed during the story and started again later.
    let isAwayForAWhile: Bool
    /// What it is entitled to, said once more in other words: this must not follow from the code that is being tried.
    let isEntitled: @Sendable (ReceivedEvent) -> Bool

    /// Some of the municipalities of the police unit Midden-Nederland, those of the areas among them.
    private static let policeUnit = ["gm0310", "gm0312", "gm0344", "gm0345", "gm0352", "gm0355", "gm1581"]

    /// The police sees everything of its unit, the municipality what is not confidential of its own areas, and the
    /// public phases and certificates.
    static let all = [
        DemoPartner(
            id: id("politie-mn"),
            name: "Politie Midden-Nederland",
            organisation: DemoArea.organisation("politie-midden-nederland"),
            wish: "everything of its unit",
            grants: policeUnit.map { Grant(pattern("*/\($0)/*/*"), upTo: .confidential) },
            language: .c,
            isAwayForAWhile: true,
            isEntitled: { policeUnit.contains($0.municipality) }
        ),
        DemoPartner(
            id: id("gemeente-gm1581"),
            name: "Gemeente Utrechtse Heuvelrug",
            organisation: DemoArea.organisation("gemeente-utrechtse-heuvelrug"),
            wish: "its own areas, up to intern",
            grants: [Grant(pattern("*/gm1581/*/*"), upTo: .partnership)],
            language: .python,
            isAwayForAWhile: false,
            isEntitled: {
                $0.municipality == "gm1581" && ["openbaar", "intern"].contains($0.event.dataClass ?? "vertrouwelijk")
            }
        ),
        DemoPartner(
            id: id("publiek"),
            name: "Openbaar register (voorbeeld)",
            organisation: DemoArea.organisation("voorbeeld-register"),
            wish: "phases and certificates",
            grants: [
                Grant(pattern("registry/*/*/traject-fase-gewijzigd"), upTo: .open),
                Grant(pattern("certification/*/*/*"), upTo: .open),
            ],
            language: .swift,
            isAwayForAWhile: false,
            isEntitled: { received in
                let name = EventName.short(received.event.type)
                // Of the certificates, the announcement of an end and a refusal are for those involved only.
                let hidden = ["certificaat-verloopt-binnenkort", "certificaat-geweigerd"]
                let shown = ["traject-fase-gewijzigd", "schorsing-opgeheven"]
                return shown.contains(name) || (name.hasPrefix("certificaat-") && !hidden.contains(name))
            }
        ),
    ]

    private static func id(_ text: String) -> PartnerID {
        guard let id = PartnerID(text) else { preconditionFailure("\(text) is not \(PartnerID.rule)") }
        return id
    }

    private static func pattern(_ text: String) -> GrantPattern {
        guard let pattern = GrantPattern(text) else { preconditionFailure("\(text) is not \(GrantPattern.rule)") }
        return pattern
    }
}

extension ReceivedEvent {
    /// The municipality's segment of the topic.
    var municipality: String {
        let segments = topic.split(separator: "/")
        return segments.count > 2 ? String(segments[2]) : "–"
    }
}
