import AnalysisDomain
import Geography
import Scheme
import Tabular

/// Reads the fields of one finding.
struct FindingCells {
    let row: FindingRow
    let window: InspectionWindow
    let codes: FindingCodes
    let guide: InspectionGuide
    /// The kind of area that was walked; `nil` when it is not known.
    let area: AreaKind?

    var kind: InspectionKind {
        get throws(ImportError) {
            let field = row["ronde"]
            let word = try field.word("ronde", of: InspectionKind.allCases.map(\.rawValue))
            guard let kind = InspectionKind(rawValue: word) else {
                throw .unknownWord(word, column: "ronde", allowed: [], field.place)
            }
            return kind
        }
    }

    var day: CalendarDate {
        get throws(ImportError) {
            let place = row["datum"].place
            guard let day = try pastDate("datum") else { throw .emptyField(column: "datum", place) }
            switch window.fault(of: day) {
            case .beforeRun(let start): throw .beforeRun(day, column: "datum", start: start, place)
            case .tooOld: throw .tooOld(day, column: "datum", today: window.today, place)
            case nil: return day
            }
        }
    }

    func finding(of round: CalendarDate) throws(ImportError) -> NewFinding {
        NewFinding(
            category: try row["categorie"].word("categorie", of: codes.categories),
            severity: try row["ernst"].word("ernst", of: codes.severities),
            owner: try row["eigenaar"].word("eigenaar", of: codes.owners),
            due: try notBefore(round, "termijn", try row["termijn"].date("termijn")),
            resolvedOn: try notBefore(round, "opgelost_op", try pastDate("opgelost_op"))
        )
    }

    var text: FindingText {
        get throws(ImportError) {
            let description = row["omschrijving"]
            guard !description.trimmed.isEmpty else {
                throw .emptyField(column: "omschrijving", description.place)
            }
            let point = try FindingPlace(row: row).point
            let check = try checked
            return FindingText(
                description: description.text,
                place: row["plaats"].text,
                rdX: point?.x,
                rdY: point?.y,
                point: check?.point,
                checklist: check?.list,
                photo: try row["foto"].photo,
                object: try row["objectnummer"].reference("objectnummer"),
                report: try row["meldingsnummer"].reference("meldingsnummer")
            )
        }
    }

    /// The point of a checklist that the row names, with the list in which it stands.
    private var checked: (list: String, point: String)? {
        get throws(ImportError) {
            let (named, field) = (try namedChecklist, row["punt"])
            let id = field.trimmed
            guard !id.isEmpty else { return nil }
            guard let list = named ?? area.flatMap(guide.newest) else {
                throw .inspection(.noChecklist(point: id), field.place)
            }
            guard let point = list[id] else {
                throw .inspection(.unknownPoint(id, checklist: list.id), field.place)
            }
            let category = row["categorie"].text
            guard point.category == category else {
                throw .inspection(.otherCategory(point: id, is: point.category, not: category), field.place)
            }
            return (list.id, id)
        }
    }

    private var namedChecklist: InspectionChecklist? {
        get throws(ImportError) {
            let field = row["checklist"]
            let id = field.trimmed
            guard !id.isEmpty else { return nil }
            guard let list = guide[id] else {
                let known = guide.checklists.filter { area == nil || $0.kind == area }.map(\.id)
                throw .inspection(.unknownChecklist(id, known: known), field.place)
            }
            guard let area, list.kind != area else { return list }
            throw .inspection(.otherChecklist(id, for: list.kind, own: area), field.place)
        }
    }

    private func pastDate(_ column: String) throws(ImportError) -> CalendarDate? {
        let field = row[column]
        guard let date = try field.date(column) else { return nil }
        guard date <= window.today else {
            throw .future(field.text, column: column, today: window.today, field.place)
        }
        return date
    }

    private func notBefore(
        _ round: CalendarDate,
        _ column: String,
        _ date: CalendarDate?
    ) throws(ImportError) -> CalendarDate? {
        guard let date, date < round else { return date }
        throw .beforeRound(date, column: column, round: round, row[column].place)
    }
}
