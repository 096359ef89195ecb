import Contracts
import Scheme

/// An area of the demonstration: what is said of it, and the files that belong to it.
struct DemoArea: Sendable {
    /// A problem that its first analysis shows, and what is done about it.
    struct Problem: Sendable {
        let bottleneck: String
        let title: String
        let indicator: String
        let objective: String
        let target: Double
        let measure: String
        let owner: String
    }

    /// An organisation that takes part, and the function of the one who signs for it.
    struct Party: Sendable {
        let kind: PartyKind
        let id: OrganisationID
        let name: String
        let function: String

        init(_ kind: PartyKind, _ id: String, _ name: String, _ function: String) {
            self.kind = kind
            self.id = DemoArea.organisation(id)
            self.name = name
            self.function = function
        }
    }

    let id: AreaID
    let kind: AreaKind
    let name: String
    let region: Region
    let folder: String
    let entrepreneurs: (id: String, name: String)
    let problems: [Problem]

    /// The run that the demonstration starts: the area's first.
    var run: RunID {
        guard let run = RunID(area: id, number: 1) else { preconditionFailure("1 is a run's number") }
        return run
    }

    /// The parties, one of each mandatory kind.
    var parties: [Party] {
        [
            Party(.entrepreneurs, entrepreneurs.id, entrepreneurs.name, "voorzitter"),
            Party(.municipality, "gemeente-utrechtse-heuvelrug", "Gemeente Utrechtse Heuvelrug", "wethouder"),
            Party(.police, "politie-midden-nederland", "Politie Midden-Nederland", "teamchef"),
            Party(.fireBrigade, "veiligheidsregio-utrecht", "Veiligheidsregio Utrecht", "clustercommandant"),
        ]
    }

    /// The organisations of the parties.
    var organisations: [OrganisationID] { parties.map(\.id) }

    /// The municipality in which both areas lie.
    static let municipality = Region(code: "GM1581", name: "Utrechtse Heuvelrug")

    /// An organisation by a name that is known to keep the rule.
    static func organisation(_ text: String) -> OrganisationID {
        guard let id = OrganisationID(text) else { preconditionFailure("\(text) is not \(OrganisationID.rule)") }
        return id
    }

    private static func area(_ number: Int) -> AreaID {
        guard let municipality = MunicipalityCode(municipality.code),
            let id = AreaID(municipality: municipality, number: number)
        else { preconditionFailure("the example areas have identifiers") }
        return id
    }

    /// A shopping area and a business park in the same municipality.
    static let all = [
        DemoArea(
            id: area(1),
            kind: .shoppingArea,
            name: "Doorn-Centrum",
            region: Region(code: "BU15810000", name: "Doorn-Centrum"),
            folder: "doorn-centrum",
            entrepreneurs: ("ondernemersvereniging-doorn", "Ondernemersvereniging Doorn (voorbeeld)"),
            problems: [
                Problem(
                    bottleneck: "K1",
                    title: "Veel winkeliers zijn slachtoffer van winkeldiefstal",
                    indicator: "enquete.slachtoffer-winkeldiefstal",
                    objective: "Minder winkeliers slachtoffer van winkeldiefstal",
                    target: 0.25,
                    measure: "Training winkeldiefstal en een gezamenlijke appgroep",
                    owner: "ondernemersvereniging-doorn"
                ),
                Problem(
                    bottleneck: "K2",
                    title: "Zwerfafval en vervuiling in de straten",
                    indicator: "enquete.overlast-vervuiling",
                    objective: "Minder overlast van vervuiling",
                    target: 0.25,
                    measure: "Vaker legen en schoonmaken op zaterdag",
                    owner: "gemeente-utrechtse-heuvelrug"
                ),
            ]
        ),
        DemoArea(
            id: area(2),
            kind: .businessPark,
            name: "Maarsbergen - De Meent",
            region: Region(code: "BU15810409", name: "Maarsbergen - De Meent"),
            folder: "de-meent",
            entrepreneurs: ("bedrijvenkring-de-meent", "Bedrijvenkring De Meent (voorbeeld)"),
            problems: [
                Problem(
                    bottleneck: "K1",
                    title: "De openbare verlichting is onvoldoende",
                    indicator: "enquete.verlichting-voldoende",
                    objective: "Meer bedrijven geven de verlichting een voldoende",
                    target: 0.7,
                    measure: "Defecte en ontbrekende lichtmasten vervangen",
                    owner: "gemeente-utrechtse-heuvelrug"
                ),
                Problem(
                    bottleneck: "K2",
                    title: "Dumping en zwerfafval op het terrein",
                    indicator: "enquete.overlast-vervuiling",
                    objective: "Minder overlast van vervuiling",
                    target: 0.4,
                    measure: "Gezamenlijk toezicht en een meldpunt",
                    owner: "bedrijvenkring-de-meent"
                ),
            ]
        ),
    ]
}
