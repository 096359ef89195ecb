import AnalysisDomain
import AnalysisImport
import Scheme
import Testing

@Suite("LimeSurvey file")
struct LimeSurveyFileTests {
    private static func code(_ text: String) -> QuestionCode { made(QuestionCode(text)) }

    private static func question(_ text: String, _ answer: AnswerKind) -> Question {
        Question(
            code: code(text),
            version: 1,
            text: text,
            answer: answer,
            asked: "allen",
            indicator: .init(id: made(FigureID("enquete.\(text)")), name: text, yes: [])
        )
    }

    private static func further(_ text: String, _ answer: FurtherAnswer) -> FurtherQuestion {
        FurtherQuestion(code: code(text), version: 1, text: text, answer: answer, asked: "allen")
    }

    private static let questionnaire = Questionnaire(
        id: made(QuestionnaireID("kvo-w-9")),
        kind: .shoppingArea,
        recallMonths: 12,
        questions: [
            question("B1", .choice(["nooit", "vaak"])), question("C1", .choice(["ja", "nee"])),
            question("F1", .mark(1...10)),
        ],
        further: [further("I1", .several(["slot", "camera"])), further("L1", .words(longest: 20))]
    )

    private static let mapping = """
        { "questionnaire": "kvo-w-9",
          "questions": {
            "B1": {"column": "G01Q01", "answers": {"A1": "nooit", "A2": "vaak", "Nooit, echt niet": "nooit"}},
            "C1": {"column": "G01Q02"},
            "F1": {"column": "G01Q03[SQ001]"},
            "I1": {"columns": {"G02Q01[SQ001]": "slot", "G02Q01[SQ002]": "camera"}},
            "L1": {"column": "G02Q02"}
          }
        }
        """

    private static let header =
        #""id","submitdate","lastpage","startlanguage","seed","token","G01Q01","G01Q02","G01Q03[SQ001]","#
        + #""G02Q01[SQ001]","G02Q01[SQ002]","G02Q02""#
    private static let done = "2023-09-12 10:00:00"

    private func read(
        _ lines: [String],
        header: String = header,
        known: [String] = [],
        mapping: String = mapping
    ) throws(ImportError) -> LimeSurveyFile.Reading {
        let text = "\u{FEFF}" + ([header] + lines).map { $0 + "\r\n" }.joined() + "\r\n"
        return try LimeSurveyFile.read(
            Array(text.utf8),
            by: try LimeSurveyMapping(parsing: Array(mapping.utf8), to: Self.questionnaire),
            of: Self.questionnaire,
            at: RespondentDesk(known: Set(known.compactMap(RespondentCode.init)))
        )
    }

    private static func row(_ token: String, _ answers: String, submitted: String = done) -> String {
        #""1","\#(submitted)","3","nl","77","\#(token)",\#(answers)"#
    }

    @Test("codes and texts of answers are read, with the mark, the line end and the empty last line of LimeSurvey")
    func reading() throws {
        let reading = try read([
            Self.row("AB12", #""A1","Y","7.0000000000","Y","","De ""lamp"" is stuk""#),
            Self.row("CD34", #""Nooit, echt niet","Nee","","Ja","Ja","""#),
            Self.row("EF56", #""vaak","N/A","10","","","""#),
        ])
        func answers(_ index: Int) -> [String: String] {
            Dictionary(uniqueKeysWithValues: reading.responses[index].answers.map { ($0.key.text, $0.value) })
        }
        #expect(reading.responses.map(\.respondent.text) == ["AB12", "CD34", "EF56"])
        #expect(answers(0) == ["B1": "nooit", "C1": "ja", "F1": "7", "I1": "slot"])
        #expect(reading.responses[0].remarks == [Self.code("L1"): #"De "lamp" is stuk"#])
        #expect(answers(1) == ["B1": "nooit", "C1": "nee", "I1": "slot|camera"])
        #expect(answers(2) == ["B1": "vaak", "F1": "10"] && reading.notices.isEmpty)
    }

    @Test("incomplete responses and those taken over before are left out, and that is told")
    func leftOut() throws {
        let reading = try read(
            [
                Self.row("AB12", #""A1","Y","7","","","""#), Self.row("CD34", #""A1","","","","","""#, submitted: ""),
                Self.row("EF56", #""A2","N","5","","","""#),
            ],
            known: ["AB12"]
        )
        #expect(reading.responses.map(\.respondent.text) == ["EF56"])
        #expect(
            reading.notices == ["1 incomplete response was left out", "1 was taken over before and left as it is"]
        )
    }

    @Test("a column that the mapping does not name is told, and so is one that traces a firm")
    func strangers() throws {
        let header = Self.header + #","G09Q09","ipaddr""#
        let reading = try read([Self.row("AB12", #""A1","Y","7","","","","x","192.0.2.1""#)], header: header)
        #expect(reading.notices.count == 2)
        #expect(reading.notices.first == "not in the mapping and left out: G09Q09")
        #expect(reading.notices.last?.contains("(ipaddr)") == true)
    }

    @Test("headings may have the text behind the code")
    func codeAndText() throws {
        let header = Self.header.replacing(#""G01Q01""#, with: #""G01Q01. Hoe vaak?""#)
        #expect(try read([Self.row("AB12", #""A1","Y","7","","","""#)], header: header).responses.count == 1)
    }

    @Test(
        "a faulty file is refused with the line and the column",
        arguments: [
            (
                #""A9","Y","7","","","""#, "2:48",
                "\u{201c}A9\u{201d} is no answer to question B1 (nooit, vaak); say in the mapping"
            ),
            (#""A1","Y","11","","","""#, "2:57", "is no answer to question F1"),
            (#""A1","Y","7","misschien","","""#, "2:61", "is no answer to question I1"),
            (#""A1","Y","7","","","een veel te lange tekst hier""#, "2:67", "is no answer to question L1"),
            (#""","","","","","""#, "2:41", "respondent AB12 answered nothing at all"),
        ]
    )
    func refusals(answers: String, place: String, words: String) throws {
        let refusal = try #require(Refusal { () throws(ImportError) in try read([Self.row("AB12", answers)]) })
        #expect(refusal.place == place)
        #expect(refusal.sentence.contains(words), "\(refusal.sentence)")
    }

    @Test("a token twice, a missing column and a file without anything complete are refused")
    func whole() throws {
        let row = Self.row("AB12", #""A1","Y","7","","","""#)
        let twice = try #require(Refusal { () throws(ImportError) in try read([row, row]) })
        #expect(twice.place == "3:41" && twice.sentence.contains("already answered on line 2"))
        let header = Self.header.replacing("G01Q02", with: "X")
        let missing = try #require(Refusal { () throws(ImportError) in try read([row], header: header) })
        #expect(
            missing.sentence.contains("lacks the column \u{201c}G01Q02\u{201d}, in which the mapping has question C1")
        )
        let open = Self.row("AB12", #""A1","Y","7","","","""#, submitted: "")
        let nothing = try #require(Refusal { () throws(ImportError) in try read([open]) })
        #expect(nothing.sentence.contains("1 are incomplete and 0 were taken over before"))
    }

    @Test(
        "a faulty mapping is refused with the line and the column of the member",
        arguments: [
            ("\"C1\": {\"column\"", "\"C1\": {\"columns\"", "4:12", "of another kind"),
            ("kvo-w-9", "kvo-w-1", "1:3", "the survey was opened with kvo-w-9"),
            ("\"C1\":", "\"Z9\":", "4:5", "\u{201c}Z9\u{201d} is no question of kvo-w-9"),
            ("\"A1\": \"nooit\"", "\"A1\": \"altijd\"", "3:44", "\u{201c}altijd\u{201d} is no answer to question B1"),
            ("\"columns\"", "\"column\"", "6:12", "of another kind"),
            ("\"C1\": {\"column\": \"G01Q02\"},", "", "2:3", "the mapping lacks C1"),
            ("\"C1\": {\"column\": \"G01Q02\"}", "\"C1\": {\"column\" \"G01Q02\"}", "4:21", "a colon is missing"),
            ("\"C1\": {\"column\": \"G01Q02\"}", "\"C1\": {}", "4:5", "has one answer"),
        ]
    )
    func mappings(old: String, new: String, place: String, words: String) throws {
        let text = Self.mapping.replacing(old, with: new)
        let refusal = try #require(
            Refusal { () throws(ImportError) in
                try LimeSurveyMapping(parsing: Array(text.utf8), to: Self.questionnaire)
            }
        )
        #expect(refusal.place == place, "\(refusal.sentence)")
        #expect(refusal.sentence.contains(words), "\(refusal.sentence)")
    }

    @Test("the example of LimeSurvey holds the same answers as the example in our own layout")
    func example() throws {
        let questionnaire = try #require(try shipped.get().questionnaires[made(QuestionnaireID("kvo-b-2"))])
        let own = try SurveyFile.read(try Examples.bytes("de-meent/enquete-0-meting.csv"), of: questionnaire, known: [])
        let list = try InvitationFile.list(try Examples.bytes("de-meent/uitnodigingen-0-meting.csv"))
        let reading = try LimeSurveyFile.read(
            try Examples.bytes("de-meent/limesurvey-0-meting.csv"),
            by: try LimeSurveyMapping(
                parsing: try Examples.bytes("de-meent/limesurvey-mapping.json"),
                to: questionnaire
            ),
            of: questionnaire,
            at: RespondentDesk(known: [], invited: Set(list.codes.compactMap(RespondentCode.init)))
        )
        #expect(reading.responses.map(\.answers) == own.map(\.answers))
        #expect(reading.responses.map(\.remarks) == own.map(\.remarks))
        #expect(reading.notices.count == 2 && reading.notices.last == "not in the mapping and left out: G99Q01")
    }
}
