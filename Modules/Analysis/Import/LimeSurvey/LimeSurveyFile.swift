package import AnalysisDomain
import Tabular

/// Reads responses as LimeSurvey exports them to CSV.
///
/// Headings are question codes (`G01Q02`, `G01Q02[SQ001]`), codes with the text behind them, or texts alone; answers are
/// codes (`A1`, `Y`) or texts. A response without a date of submission is incomplete and left out: its code stays free.
package enum LimeSurveyFile {
    /// What was read of a file.
    package struct Reading: Sendable {
        /// The complete responses that are new, in the order of the file.
        package let responses: [SurveyResponse]
        /// What a person should know of the rest, in sentences.
        package let notices: [String]
    }

    /// The columns that LimeSurvey adds to the questions; the last two tell where somebody was.
    private static let own = [
        "id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp",
    ]
    private static let traces = ["ipaddr", "refurl"]
    /// LimeSurvey's codes and texts for yes and no, for questions that allow ours.
    private static let yesNo = ["Y": "ja", "N": "nee"]
    /// What stands in the column of an answer that was given, where several may be.
    private static let given: Set<String> = ["y", "yes", "ja", "1"]
    private static let notGiven: Set<String> = ["n", "no", "nee", "0"]

    /// Reads all complete responses, or refuses the file as a whole.
    ///
    /// - Parameters:
    ///   - bytes: The CSV.
    ///   - mapping: Where the questions stand and what the answers mean.
    ///   - questionnaire: The questions that were put.
    ///   - desk: Who may answer; responses that were taken over before are left out, for an export holds them all.
    /// - Returns: The responses, at least one, and what a person should know of the rest.
    /// - Throws: A refusal with the place of the first fault.
    package static func read(
        _ bytes: [UInt8],
        by mapping: LimeSurveyMapping,
        of questionnaire: Questionnaire,
        at desk: RespondentDesk
    ) throws(ImportError) -> Reading {
        let table: Table
        do { table = try Table(parsing: withoutLastBlankLine(bytes)) } catch { throw .table(error) }
        let columns = try LimeSurveyColumns(table, mapping)
        guard !table.rows.isEmpty else { throw .noRows(Place(line: 1, column: 1, field: 1)) }
        var sheet = AnswerSheet()
        var (incomplete, known) = (0, 0)
        for row in table.rows {
            guard !row.fields[columns.submitted].trimmed.isEmpty else {
                incomplete += 1
                continue
            }
            let field = row.fields[columns.respondent]
            let (name, isKnown) = try desk.admit(field, column: mapping.respondent)
            guard !isKnown else {
                known += 1
                continue
            }
            try sheet.begin(name, called: field.trimmed, on: row.line, field.place)
            for (code, places) in columns.questions {
                guard let question = questionnaire.mapped(code) else { continue }
                let (text, place) = try answer(row, places, question, code, mapping)
                switch question {
                case .main(let question): try sheet.add(text, to: question, place)
                case .further(let question): try sheet.add(text, to: question, place)
                }
            }
            try sheet.end(called: field.trimmed, field.place)
        }
        guard !sheet.responses.isEmpty else {
            throw .survey(.nothingComplete(incomplete: incomplete, known: known), Place(line: 1, column: 1, field: 1))
        }
        return Reading(responses: sheet.responses, notices: notices(incomplete, known, columns.strangers))
    }

    /// LimeSurvey ends its files with an empty line.
    private static func withoutLastBlankLine(_ bytes: [UInt8]) -> [UInt8] {
        var rest = bytes[...]
        for end in [[0x0D, 0x0A, 0x0D, 0x0A], [0x0A, 0x0A]] as [[UInt8]] where rest.count > 4 {
            if rest.suffix(end.count).elementsEqual(end) { rest = rest.dropLast(end.count / 2) }
        }
        return Array(rest)
    }

    private static func answer(
        _ row: Row,
        _ places: [(column: Int, answer: String?)],
        _ question: MappedQuestion,
        _ code: QuestionCode,
        _ mapping: LimeSurveyMapping
    ) throws(ImportError) -> (text: String, place: Place) {
        guard let first = places.first else { return ("", row.fields[0].place) }
        guard question.isSeveral else {
            let field = row.fields[first.column]
            return (try single(field, question, code, mapping), field.place)
        }
        var chosen: [String] = []
        for place in places {
            let field = row.fields[place.column]
            let text = field.trimmed.lowercased()
            guard let answer = place.answer, !text.isEmpty, !mapping.noAnswer.contains(field.trimmed) else { continue }
            if given.contains(text) {
                chosen.append(answer)
            } else if !notGiven.contains(text) {
                let fault = SurveyFault.unmappedAnswer(field.text, question: code.text, allowed: "Y, Ja, N or Nee")
                throw .survey(fault, field.place)
            }
        }
        return (chosen.joined(separator: String(FurtherAnswer.separator)), row.fields[first.column].place)
    }

    private static func single(
        _ field: Field,
        _ question: MappedQuestion,
        _ code: QuestionCode,
        _ mapping: LimeSurveyMapping
    ) throws(ImportError) -> String {
        let text = field.trimmed
        guard !text.isEmpty, !mapping.noAnswer.contains(text) else { return "" }
        let entry = mapping.entries[code]
        let candidates = [entry?.answers?[text], text, text.lowercased(), yesNo[text], whole(text, question)]
        guard let answer = candidates.compactMap(\.self).first(where: question.allows) else {
            let fault = SurveyFault.unmappedAnswer(text, question: code.text, allowed: question.description)
            throw .survey(fault, field.place)
        }
        return answer
    }

    /// LimeSurvey keeps numbers with ten decimals, and may write them so.
    private static func whole(_ text: String, _ question: MappedQuestion) -> String? {
        guard question.isNumber, let point = text.firstIndex(of: "."),
            text[point...].dropFirst().allSatisfy({ $0 == "0" })
        else { return nil }
        return String(text[..<point])
    }

    private static func notices(_ incomplete: Int, _ known: Int, _ strangers: [String]) -> [String] {
        let unknown = strangers.filter { !own.contains($0) && !traces.contains($0) }.joined(separator: ", ")
        let found = strangers.filter(traces.contains).joined(separator: ", ")
        let open = incomplete == 1 ? "1 incomplete response was" : "\(incomplete) incomplete responses were"
        let before =
            known == 1
            ? "1 was taken over before and left as it is" : "\(known) were taken over before and left as they are"
        return [
            incomplete == 0 ? nil : "\(open) left out",
            known == 0 ? nil : before,
            unknown.isEmpty ? nil : "not in the mapping and left out: \(unknown)",
            found.isEmpty ? nil : "the file tells where firms answered from (\(found)); export without it",
        ].compactMap(\.self)
    }
}
