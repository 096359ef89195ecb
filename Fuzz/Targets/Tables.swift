import AnalysisDomain
import AnalysisImport
import Scheme
import Tabular

extension FuzzTarget {
    /// Any CSV file.
    ///
    /// The seeds are files: the beginnings of those in `Examples/`.
    static let table = FuzzTarget(name: "table") {
        []
    } run: { bytes in
        let limits = Limits(bytes: 8192, rows: 60, fieldsPerRow: 24, fieldBytes: 600)
        let table: Table
        do throws(TabularError) {
            table = try Table(parsing: bytes, limits: limits)
        } catch {
            require(!"\(error)".isEmpty, "a refusal says why")
            if let place = error.place { require(place.line > 0 && place.column > 0 && place.field > 0, "\(place)") }
            return
        }
        for row in table.rows { require(row.fields.count == table.header.count, "all rows have the header's width") }
        let records = [table.headerRow] + table.rows
        let written = records.map { record in
            Array(record.fields.map { quoted($0.text) }.joined(separator: [table.delimiter.rawValue]))
        }
        let again = try? Table(
            parsing: Array(written.joined(separator: Array("\r\n".utf8))),
            delimiter: .fixed(table.delimiter),
            limits: Limits(bytes: 65_536, rows: 60, fieldsPerRow: 24, fieldBytes: 1200)
        )
        let texts = records.map { $0.fields.map { Array($0.text.utf8) } }
        let repeated = again.map { ([$0.headerRow] + $0.rows).map { $0.fields.map { Array($0.text.utf8) } } }
        require(repeated == texts, "a table is the same when every field is quoted")
    }

    /// The files of figures, findings and answers that the analysis takes in; the first byte tells which.
    static let imports = FuzzTarget(name: "imports") {
        []
    } run: { bytes in
        guard let kind = bytes.first, let lists, let today = CalendarDate("2026-11-23") else { return }
        let file = Array(bytes.dropFirst())
        do throws(ImportError) {
            switch kind {
            case UInt8(ascii: "p"): _ = try PoliceFile(parsing: file, crimes: lists.crimes)
            case UInt8(ascii: "f"): _ = try FireFile.read(file, categories: lists.fireCategories, today: today)
            case UInt8(ascii: "i"):
                let window = InspectionWindow(runStartedOn: CalendarDate("2026-01-01"), today: today)
                _ = try InspectionFile.read(file, codes: lists.findingCodes, window: window)
            case UInt8(ascii: "s"):
                guard let questionnaire = lists.questionnaires.all.first else { return }
                _ = try SurveyFile.read(file, of: questionnaire, known: [])
            default: break
            }
        } catch {
            require(!"\(error)".isEmpty, "a refusal says why")
        }
    }

    /// A field in quotes, made byte by byte: a quote and the accent after it are one character.
    private static func quoted(_ text: String) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        return [quote] + text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }

    private static let lists = try? ReferenceData.shipped()
}
