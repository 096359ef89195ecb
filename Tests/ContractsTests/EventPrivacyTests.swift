import CloudEvents
import Contracts
import Testing

@Suite("The privacy of events")
struct EventPrivacyTests {
    /// Beginnings of words, in English and Dutch, that a member with a person's data would have in its name.
    private static let forbidden = [
        "person", "persoon", "mail", "phone", "telefo", "mobile", "contact", "firstname", "lastname", "surname",
        "voornaam", "achternaam", "birth", "geboorte", "address", "adres", "street", "straat", "postcode", "bsn",
        "reason", "reden", "respondent", "response", "remark", "opmerking", "comment", "photo", "foto",
        "user", "initials", "gender",
    ]

    /// The members that hold free text, as `event.member`; each was weighed: it names an organisation, a place or a
    /// rule, never a person.
    private static let texts: Set<String> = [
        "gebied-aangemeld.name", "gebied-aangemeld.establishmentsDigest", "gebied-aangemeld.municipality.code",
        "gebied-aangemeld.municipality.name", "gebied-aangemeld.regions.code", "gebied-aangemeld.regions.name",
        "gebied-gewijzigd.name", "gebied-gewijzigd.establishmentsDigest", "gebied-gewijzigd.regions.code",
        "gebied-gewijzigd.regions.name", "traject-gestart.name", "traject-gestart.municipality.code",
        "traject-gestart.municipality.name", "traject-gestart.regions.code", "traject-gestart.regions.name",
        "traject-fase-gewijzigd.name", "traject-fase-gewijzigd.because",
        "partij-toegetreden.name", "intentieverklaring-ondertekend.signatories.function",
        "enquete-geopend.questionnaire", "schouwpunt-vastgesteld.category", "schouwpunt-vastgesteld.severity",
        "schouwpunt-vastgesteld.owner", "politiecijfers-aangeleverd.source", "politiecijfers-aangeleverd.digest",
        "brandweercijfers-aangeleverd.source", "brandweercijfers-aangeleverd.digest",
        "veiligheidsanalyse-vastgesteld.figures.id", "veiligheidsanalyse-vastgesteld.figures.name",
        "veiligheidsanalyse-vastgesteld.bottlenecks.title", "veiligheidsanalyse-vastgesteld.bottlenecks.indicator",
        "evaluatie-vastgesteld.comparisons.before.id", "evaluatie-vastgesteld.comparisons.before.name",
        "evaluatie-vastgesteld.comparisons.after.id", "evaluatie-vastgesteld.comparisons.after.name",
        "plan-van-aanpak-vastgesteld.objectives.title", "plan-van-aanpak-vastgesteld.objectives.indicator",
        "plan-van-aanpak-bijgesteld.objectives.title", "plan-van-aanpak-bijgesteld.objectives.indicator",
        "doel-beoordeeld.judgement.objective.title", "doel-beoordeeld.judgement.objective.indicator",
        "maatregel-toegewezen.title", "tekortkoming-vastgesteld.class", "certificaat-verleend.name",
        "certificaat-verlengd.name", "afnemer-toegelaten.name",
    ]

    /// The dotted names of all members of a value, and whether each holds free text.
    private func members(of value: Any, under prefix: String) -> [(name: String, isText: Bool)] {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional: return mirror.children.flatMap { members(of: $0.value, under: prefix) }
        case .collection, .set: return mirror.children.flatMap { members(of: $0.value, under: prefix) }
        case .struct where !(value is any CustomStringConvertible):
            return mirror.children.flatMap { child in
                let name = "\(prefix).\(child.label ?? "?")"
                return [(name, child.value is String)] + members(of: child.value, under: name)
            }
        default: return []
        }
    }

    @Test("is kept by the names of their members: none could hold a person's data")
    func names() throws {
        for example in try EventExamples().all {
            for (name, _) in members(of: example, under: type(of: example).name) {
                let own = name.split(separator: ".").dropFirst().joined(separator: ".").lowercased()
                for word in Self.forbidden { #expect(!own.contains(word), "\(name) looks like \(word)") }
            }
        }
    }

    @Test("is weighed for every free text that an event carries")
    func freeTexts() throws {
        let found = try EventExamples().all.flatMap { example in
            members(of: example, under: type(of: example).name).filter(\.isText).map(\.name)
        }
        #expect(Set(found).subtracting(Self.texts).sorted() == [], "new free text: may a person's name stand in it?")
        #expect(Self.texts.subtracting(found).sorted() == [])
    }
}
