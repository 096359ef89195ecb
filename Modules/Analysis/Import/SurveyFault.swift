package import AnalysisDomain

/// What is wrong with an invitation, a response code or a file of another survey program.
package enum SurveyFault: Error, Hashable, Sendable {
    /// A code that is mistyped or none of ours.
    case code(String, ResponseCodeFault)
    /// A code that was given to nobody for this measurement.
    case uninvited(String)
    /// A number of an establishment that is none.
    case unreadableEstablishment(String)
    /// An establishment that stands in the file twice; the number is the line of the first time.
    case repeatedEstablishment(String, firstLine: Int)
    /// A code that stands in the file twice; the number is the line of the first time.
    case repeatedCode(String, firstLine: Int)

    /// A mapping that is no JSON, with what is wrong.
    case unreadableMapping(String)
    /// A mapping to another questionnaire than the one of the survey.
    case otherQuestionnaire(String, survey: String)
    /// A question of the mapping that the questionnaire does not have.
    case unknownQuestion(String, questionnaire: String)
    /// Questions that the mapping must have and lacks.
    case missingQuestions([String], questionnaire: String)
    /// An answer of the mapping that the question does not allow.
    case unfitAnswer(String, question: String, allowed: String)
    /// A question of the mapping with another number of columns than it must have.
    case unfitColumns(question: String, isSeveral: Bool)
    /// A column that the mapping names and the file lacks.
    case missingColumn(String, question: String?)
    /// A column that the mapping names and the file has twice.
    case repeatedColumn(String)
    /// An answer that neither the question nor the mapping knows.
    case unmappedAnswer(String, question: String, allowed: String)
    /// A file without any complete response that is new.
    case nothingComplete(incomplete: Int, known: Int)
}

extension SurveyFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .code(let text, let fault): "\(Self.quoted(text)) \(fault)"
        case .uninvited(let code):
            "code \(code) was given to nobody for this measurement; copy it from the invitation, or remove the row."
        case .unreadableEstablishment(let text):
            "\(Self.quoted(text)) is no vestigingsnummer; write 12 digits, with the zeros in front."
        case .repeatedEstablishment(let number, let line):
            "vestigingsnummer \(number) stands on line \(line) already; keep one of the two."
        case .repeatedCode(let code, let line):
            "code \(code) stands on line \(line) already; a code is one establishment\u{2019}s, take the list as it was made."
        case .unreadableMapping(let why): "the mapping cannot be read: \(why)."
        case .otherQuestionnaire(let id, let survey):
            "the mapping is to \(Self.quoted(id)) and the survey was opened with \(survey); the same code may be another "
                + "question, take the mapping that was made for \(survey)."
        case .unknownQuestion(let code, let questionnaire):
            "\(Self.quoted(code)) is no question of \(questionnaire); remove it, or take the code of one."
        case .missingQuestions(let codes, let questionnaire):
            "the mapping lacks \(codes.joined(separator: ", ")) of \(questionnaire); say in which column each stands."
        case .unfitAnswer(let answer, let question, let allowed):
            "\(Self.quoted(answer)) is no answer to question \(question); it allows \(allowed)."
        case .unfitColumns(let question, true):
            "question \(question) allows several answers; give its \(Self.quoted("columns")), each with its answer."
        case .unfitColumns(let question, false):
            "question \(question) has one answer; give its \(Self.quoted("column"))."
        case .missingColumn(let column, let question?):
            "the file lacks the column \(Self.quoted(column)), in which the mapping has question \(question); export all "
                + "questions, with question codes as headings."
        case .missingColumn(let column, nil):
            "the file lacks the column \(Self.quoted(column)); export it too, with question codes as headings."
        case .repeatedColumn(let column):
            "the file has the column \(Self.quoted(column)) twice; export with question codes as headings."
        case .unmappedAnswer(let text, let question, let allowed):
            "\(Self.quoted(text)) is no answer to question \(question) (\(allowed)); say in the mapping what it stands for."
        case .nothingComplete(let incomplete, let known):
            "no complete response is new: \(incomplete) are incomplete and \(known) were taken over before; nothing was "
                + "taken over."
        }
    }

    private static func quoted(_ text: String) -> String { "\u{201c}\(text)\u{201d}" }
}
