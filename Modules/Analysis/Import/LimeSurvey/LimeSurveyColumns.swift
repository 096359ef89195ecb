import AnalysisDomain
import Tabular

/// Where the columns of a mapping stand in a file.
struct LimeSurveyColumns {
    /// The position of the response code.
    let respondent: Int
    /// The position of the date of submission.
    let submitted: Int
    /// The positions of each question's columns, with the answer that one stands for where several may be given.
    private(set) var questions: [(code: QuestionCode, columns: [(column: Int, answer: String?)])] = []
    /// The headings that the mapping does not name.
    let strangers: [String]

    /// Finds the columns, or refuses the header for the first that is missing or stands twice.
    init(_ table: Table, _ mapping: LimeSurveyMapping) throws(ImportError) {
        respondent = try Self.position(of: mapping.respondent, question: nil, in: table)
        submitted = try Self.position(of: mapping.submitted, question: nil, in: table)
        for (code, entry) in mapping.entries.sorted(by: { $0.key.text < $1.key.text }) {
            var found: [(column: Int, answer: String?)] = []
            if let column = entry.column {
                found.append((try Self.position(of: column, question: code.text, in: table), nil))
            }
            for (column, answer) in (entry.columns ?? [:]).sorted(by: { $0.key < $1.key }) {
                found.append((try Self.position(of: column, question: code.text, in: table), answer))
            }
            questions.append((code, found))
        }
        let used = Set(questions.flatMap { $0.columns.map(\.column) } + [respondent, submitted])
        strangers = table.header.indices.filter { !used.contains($0) }.map { table.header[$0] }
    }

    private static func position(of column: String, question: String?, in table: Table) throws(ImportError) -> Int {
        let exact = table.header.indices.filter { table.header[$0] == column }
        // With "code and text" as heading LimeSurvey sets the text behind the code.
        let found = exact.isEmpty ? table.header.indices.filter { table.header[$0].hasPrefix(column + ". ") } : exact
        guard let first = found.first else {
            throw .survey(.missingColumn(column, question: question), Place(line: 1, column: 1, field: 1))
        }
        guard found.count == 1 else {
            throw .survey(.repeatedColumn(column), table.headerRow.fields[found[1]].place)
        }
        return first
    }
}
