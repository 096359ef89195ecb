import FoundationEssentials
import Testing

/// The text of a scheme file in which a test changes one part.
struct SchemeText {
    let text: String

    var data: Data { Data(text.utf8) }

    /// The text with the first occurrence of a part replaced; the part must be there.
    func replacing(_ part: String, with other: String) throws -> SchemeText {
        try #require(text.contains(part), "the scheme text has no \(part)")
        return SchemeText(text: text.replacing(part, with: other, maxReplacements: 1))
    }

    /// A version with three phases of its own.
    static let standard = SchemeText(
        text: """
            {
              "id": "kvo-test",
              "name": "KVO voor de proef",
              "default": false,
              "validFrom": "2024-03-01",
              "validUntil": null,
              "validityMonths": 12,
              "newTermStartsAt": "oldEndDate",
              "expiryWarningDays": [60, 30],
              "certificateNames": {"first": "Begin", "next": "Vervolg"},
              "stars": {"perSuccessfulAudit": 1, "displayCap": null},
              "areaKinds": ["buitengebied"],
              "mandatoryPartyKinds": ["ondernemers"],
              "requiredSources": ["schouw"],
              "survey": {"responseThreshold": 0.3, "maxAgeMonthsAtAudit": 12},
              "inspections": {"buitengebied": {"day": 1, "dark": 0, "any": 1}},
              "nonconformityRepairMonths": {"klein": 6},
              "meetingsPerYearMinimum": 1,
              "phases": [
                {"number": 1, "name": "Beginnen", "endsWith": "intentieverklaring-ondertekend", "next": 2, "gates": ["verplichte-partijen-getekend"]},
                {"number": 2, "name": "Doen", "endsWith": "veiligheidsanalyse-vastgesteld", "next": 3, "gates": []},
                {"number": 3, "name": "Klaar", "endsWith": "certificaat-verlengd", "next": 2, "gates": []}
              ]
            }
            """
    )
}
