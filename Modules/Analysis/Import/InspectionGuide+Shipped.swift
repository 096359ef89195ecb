package import AnalysisDomain
import FoundationEssentials
import Scheme

extension InspectionGuide {
    /// Reads the checklists and terms that ship with the program.
    ///
    /// - Throws: ``ImportError/damagedList(name:why:)``, which only a changed list can bring about.
    package static func shipped() throws(ImportError) -> InspectionGuide {
        let form: GuideForm
        do {
            form = try JSONDecoder().decode(
                GuideForm.self,
                from: Data(PackageResources.inspection_checklists_json)
            )
        } catch {
            throw .damagedList(name: "inspection-checklists", why: "\(error)")
        }
        var checklists: [InspectionChecklist] = []
        for list in form.checklists {
            var points: [ChecklistPoint] = []
            for point in list.points {
                guard let round = ChecklistPoint.Round(rawValue: point.round) else {
                    throw .damagedList(name: "inspection-checklists", why: "\(point.id) is seen in no round")
                }
                points.append(
                    ChecklistPoint(
                        id: point.id,
                        category: point.category,
                        text: point.text,
                        owners: point.owners,
                        round: round
                    )
                )
            }
            checklists.append(InspectionChecklist(id: list.id, kind: list.kind, points: points))
        }
        let terms = form.terms.map {
            SeverityTerm(severity: $0.severity, days: $0.days, escalatesAfter: $0.escalatesAfter)
        }
        return InspectionGuide(checklists: checklists, terms: terms)
    }
}

/// The form of `inspection-checklists.json`; a changed list gets a new identifier behind the old one.
private struct GuideForm: Decodable {
    struct List: Decodable {
        let id: String
        let kind: AreaKind
        let points: [Point]
    }

    struct Point: Decodable {
        let id: String
        let category: String
        let text: String
        let owners: [String]
        let round: String
    }

    struct Term: Decodable {
        let severity: String
        let days: Int
        let escalatesAfter: Int
    }

    let checklists: [List]
    let terms: [Term]
}
