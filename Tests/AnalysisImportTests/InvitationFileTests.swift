import AnalysisDomain
import AnalysisImport
import Scheme
import Statistics
import Testing

@Suite("Invitation file")
struct InvitationFileTests {
    private static func list() -> InvitationList {
        var generator = SeededGenerator(seed: 5)
        return InvitationList(
            inviting: [
                InvitedEstablishment(number: "000099010001", name: "Bakker; \"Het Hoekje\""),
                InvitedEstablishment(number: "000099010002", name: "Voorbeeldwinkel 02"),
            ],
            using: &generator
        )
    }

    @Test("a list is read back as it was written, whatever the names hold")
    func roundTrip() throws {
        let text = InvitationFile.text(of: Self.list())
        #expect(text.hasPrefix("vestigingsnummer;naam;code\n000099010001;\"Bakker; \"\"Het Hoekje\"\"\";"))
        #expect(try InvitationFile.list(Array(text.utf8)) == Self.list())
    }

    @Test("a list of establishments may have more columns")
    func establishments() throws {
        let found = try InvitationFile.establishments(try Examples.bytes("de-meent/vestigingen.csv"))
        #expect(found.count == 24 && found.first?.number == "000099020001")
    }

    @Test(
        "a faulty list is refused with the line and the column",
        arguments: [
            ("vestigingsnummer;naam;code\n00009901;x;AAAAAAAAAA\n", "2:1", "is no vestigingsnummer"),
            ("vestigingsnummer;naam;code\n000099010001;x;AC\n", "2:16", "it has 2 characters and a code has 10"),
            ("vestigingsnummer;naam;code\n000099010001;x;ACDEFGHJK5\n", "2:16", "no code has \u{201c}5\u{201d}"),
            ("vestigingsnummer;naam\n000099010001;x\n", "1:1", "lacks \"code\""),
            ("vestigingsnummer;naam;code\n", "1:1", "a header and no rows"),
        ]
    )
    func refusals(text: String, place: String, words: String) throws {
        let refusal = try #require(Refusal { () throws(ImportError) in try InvitationFile.list(Array(text.utf8)) })
        #expect(refusal.place == place)
        #expect(refusal.sentence.contains(words), "\(refusal.sentence)")
    }

    @Test("a code or an establishment that stands twice is refused with the line of the first")
    func repeated() throws {
        let lines = InvitationFile.text(of: Self.list()).split(separator: "\n").map(String.init)
        let code = try #require(lines.last?.suffix(10))
        let twice = (lines + ["000099010003;x;\(code)"]).joined(separator: "\n")
        let refusal = try #require(Refusal { () throws(ImportError) in try InvitationFile.list(Array(twice.utf8)) })
        #expect(refusal.place == "4:16" && refusal.sentence.contains("stands on line 3 already"))
        let same = (lines + ["000099010001;x;\(code)"]).joined(separator: "\n")
        let other = try #require(Refusal { () throws(ImportError) in try InvitationFile.list(Array(same.utf8)) })
        #expect(other.place == "4:1" && other.sentence.contains("stands on line 2 already"))
    }

    @Test("a desk with invitations finds typing errors and refuses codes that were given to nobody")
    func desk() throws {
        let questionnaire = try #require(try shipped.get().questionnaires[made(QuestionnaireID("kvo-b-1"))])
        let list = Self.list()
        let (first, second) = (list.invitations[0].code.text, list.invitations[1].code.text)
        let header = (["respondent"] + questionnaire.questions.map(\.code.text)).joined(separator: ";")
        let rest = ";nooit" + String(repeating: ";", count: questionnaire.questions.count - 1)
        func read(_ code: String) throws(ImportError) -> [SurveyResponse] {
            let desk = RespondentDesk(known: [], invited: [made(RespondentCode(first))])
            return try SurveyFile.read(Array("\(header)\n\(code)\(rest)\n".utf8), of: questionnaire, at: desk)
        }
        #expect(try read(first).map(\.respondent.text) == [first])
        let foreign = try #require(Refusal { () throws(ImportError) in try read(second) })
        #expect(foreign.place == "2:1" && foreign.sentence.contains("was given to nobody for this measurement"))
        let swapped = (first.first == "A" ? "C" : "A") + first.dropFirst()
        let typed = try #require(Refusal { () throws(ImportError) in try read(swapped) })
        #expect(typed.sentence.contains("is mistyped"))
    }
}
