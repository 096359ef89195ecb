/// A column of the fire brigade's incidents, one a line, and the names under which deliveries have it.
enum FireColumn: String, Hashable, Sendable, CaseIterable {
    case identifier, moment, kind, code, level1, level2, level3, region

    private static let names: [FireColumn: Set<String>] = [
        .identifier: ["incident_id", "incidentnummer", "incident"],
        .moment: ["start_tijd", "starttijd", "datum", "datum_tijd", "meldtijd"],
        .kind: ["incident_type", "incidenttype", "soort incident", "soort_incident"],
        .code: ["lmc", "lmc_code", "code", "meldingsclassificatie", "classificatie"],
        .level1: ["landelijke_meldingsclassificatie_niveau1", "mc1", "niveau1"],
        .level2: ["landelijke_meldingsclassificatie_niveau2", "mc2", "niveau2"],
        .level3: ["landelijke_meldingsclassificatie_niveau3", "mc3", "niveau3"],
        .region: ["buurt", "gebied", "locatie_gebied"],
    ]

    /// The column with a name, as delivered.
    init?(header text: String) {
        let name = text.trimmedBlanks.lowercased()
        guard let column = Self.allCases.first(where: { Self.names[$0]?.contains(name) ?? false }) else { return nil }
        self = column
    }
}
