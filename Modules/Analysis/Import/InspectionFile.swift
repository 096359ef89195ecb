package import AnalysisDomain
import Scheme
import Tabular

/// Reads the findings of inspection rounds; a round is all rows of one kind on one day.
package enum InspectionFile {
    /// The columns of the file.
    package static let columns = [
        "ronde", "datum", "categorie", "ernst", "omschrijving", "plaats", "rd_x", "rd_y", "eigenaar", "termijn",
        "opgelost_op",
    ]

    /// The extent of the Dutch grid in metres, easting and northing (RD New, EPSG:28992).
    private static let extent = (x: -7_000...300_000, y: 289_000...629_000)

    /// Reads all rounds in the order of their first rows, or refuses the file as a whole.
    package static func read(
        _ bytes: [UInt8],
        codes: FindingCodes,
        window: InspectionWindow
    ) throws(ImportError) -> [DeliveredInspection] {
        let (table, columns) = try Table.read(bytes, columns: columns)
        var rounds: [DeliveredInspection] = []
        for row in table.rows {
            let cells = Cells(row: row, columns: columns, window: window)
            let kind = try cells.kind
            let on = try cells.day
            let index = rounds.firstIndex { $0.kind == kind && $0.on == on } ?? rounds.endIndex
            if index == rounds.endIndex { rounds.append(DeliveredInspection(kind: kind, on: on)) }
            rounds[index].findings.append(try cells.finding(codes, of: on))
            rounds[index].texts.append(try cells.text)
        }
        return rounds
    }

    /// Reads the fields of one row.
    private struct Cells {
        let row: Row
        let columns: ColumnMap
        let window: InspectionWindow

        func field(_ name: String) -> Field { columns.field(name, of: row) }

        var kind: InspectionKind {
            get throws(ImportError) {
                let field = field("ronde")
                let word = try field.word("ronde", of: InspectionKind.allCases.map(\.rawValue))
                guard let kind = InspectionKind(rawValue: word) else {
                    throw .unknownWord(word, column: "ronde", allowed: [], field.place)
                }
                return kind
            }
        }

        var day: CalendarDate {
            get throws(ImportError) {
                let place = field("datum").place
                guard let day = try pastDate("datum") else { throw .emptyField(column: "datum", place) }
                switch window.fault(of: day) {
                case .beforeRun(let start): throw .beforeRun(day, column: "datum", start: start, place)
                case .tooOld: throw .tooOld(day, column: "datum", today: window.today, place)
                case nil: return day
                }
            }
        }

        var text: FindingText {
            get throws(ImportError) {
                let description = field("omschrijving")
                guard !description.trimmed.isEmpty else {
                    throw .emptyField(column: "omschrijving", description.place)
                }
                return FindingText(
                    description: description.text,
                    place: field("plaats").text,
                    rdX: try field("rd_x").number("rd_x", in: InspectionFile.extent.x),
                    rdY: try field("rd_y").number("rd_y", in: InspectionFile.extent.y)
                )
            }
        }

        func finding(_ codes: FindingCodes, of round: CalendarDate) throws(ImportError) -> NewFinding {
            NewFinding(
                category: try field("categorie").word("categorie", of: codes.categories),
                severity: try field("ernst").word("ernst", of: codes.severities),
                owner: try field("eigenaar").word("eigenaar", of: codes.owners),
                due: try notBefore(round, "termijn", try field("termijn").date("termijn")),
                resolvedOn: try notBefore(round, "opgelost_op", try pastDate("opgelost_op"))
            )
        }

        private func pastDate(_ column: String) throws(ImportError) -> CalendarDate? {
            let field = field(column)
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
            throw .beforeRound(date, column: column, round: round, field(column).place)
        }
    }
}
