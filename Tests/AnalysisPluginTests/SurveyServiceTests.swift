import AnalysisDomain
import AnalysisPlugin
import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme
import Statistics
import Testing

@Suite("The survey of the analysis service")
struct SurveyServiceTests {
    private typealias Bench = AnalysisBench

    private static func codes(_ count: Int, seed: UInt64 = 3) -> [String] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in ResponseCode.random(using: &generator).text }
    }

    /// The example's answers under other codes.
    private static func answers(_ number: Int, under codes: [String], lines: Int = .max) throws -> DeliveredFile {
        let text = String(decoding: try Bench.example("enquete-\(number)-meting.csv").content, as: UTF8.self)
        let rows = text.split(separator: "\n").map(String.init)
        let renamed = zip(rows.dropFirst().prefix(lines), codes).map { row, code in code + row.drop { $0 != ";" } }
        return Bench.file(([rows[0]] + renamed).joined(separator: "\n") + "\n")
    }

    private static func opened(_ invited: Int = 62) async throws -> Bench {
        let bench = try await Bench.measuring()
        try await bench.having([OpenSurvey(run: Bench.run, invited: invited, on: Bench.day("2023-09-01"))])
        return bench
    }

    private func ask<Query: QueryContract>(_ query: Query, _ bench: Bench) async throws -> Query.Answer {
        let reply = try await bench.runtime.answer(QueryRequest(type: Query.name, body: try JSON.value(of: query)))
        return try JSON.decode(Query.Answer.self, from: try #require(try bench.done(reply).result))
    }

    @Test("neither the codes nor the links to them stand in the store or in an event")
    func untraceable() async throws {
        let bench = try await Self.opened()
        let codes = Self.codes(62)
        try await bench.having([
            InviteRespondents(run: Bench.run, codes: codes),
            ImportResponses(run: Bench.run, file: try Self.answers(0, under: codes)),
        ])
        var stored = try await bench.log().map { String(decoding: $0.event.payload, as: UTF8.self) }.joined()
        for collection in ["survey-response", "survey-invitation", "survey-remark", "survey-code-key"] {
            for document in try await bench.documents(collection) {
                stored += document.key + String(decoding: document.body, as: UTF8.self)
            }
        }
        #expect(codes.allSatisfy { !stored.contains($0) })
        #expect(try await bench.documents("survey-response").count == 30)
    }

    @Test("an answer under a code of nobody, a mistyped one or a second one is refused with its place")
    func foreign() async throws {
        let bench = try await Self.opened()
        let codes = Self.codes(62)
        try await bench.having([InviteRespondents(run: Bench.run, codes: codes)])
        let stranger = Self.codes(1, seed: 99)
        let reply = try await bench.send(ImportResponses(run: Bench.run, file: try Self.answers(0, under: stranger)))
        let foreign = try bench.refused(reply)
        #expect(foreign.place == FilePlace(file: "bestand.csv", line: 2, column: 1))
        #expect(foreign.message.contains("was given to nobody"))
        let mistyped = [String(codes[0].dropLast()) + (codes[0].hasSuffix("A") ? "C" : "A")]
        let typed = try bench.refused(
            try await bench.send(ImportResponses(run: Bench.run, file: try Self.answers(0, under: mistyped)))
        )
        #expect(typed.message.contains("is mistyped"))
        try await bench.having([ImportResponses(run: Bench.run, file: try Self.answers(0, under: codes, lines: 5))])
        let lower = [codes[0].lowercased()]
        let again = try bench.refused(
            try await bench.send(ImportResponses(run: Bench.run, file: try Self.answers(0, under: lower)))
        )
        #expect(again.message.contains("already answered in an earlier file"))
    }

    @Test("codes are as many as were invited, each once, and keep those that have answered")
    func inviting() async throws {
        let bench = try await Self.opened()
        let codes = Self.codes(62)
        func refused(_ codes: [String]) async throws -> String {
            try bench.refused(try await bench.send(InviteRespondents(run: Bench.run, codes: codes))).message
        }
        #expect(
            try await refused(Array(codes.dropLast())).contains("there are 61 codes and the survey was opened for 62")
        )
        #expect(try await refused(codes.dropLast() + [codes[0]]).contains("is given twice"))
        #expect(try await refused(codes.dropLast() + ["ACDEFGHJK"]).contains("it has 9 characters"))
        try await bench.having([
            InviteRespondents(run: Bench.run, codes: codes),
            ImportResponses(run: Bench.run, file: try Self.answers(0, under: codes, lines: 6)),
        ])
        #expect(try await refused(Self.codes(62, seed: 8)).contains("6 of the 6 establishments that have answered"))
        let again = try bench.done(try await bench.send(InviteRespondents(run: Bench.run, codes: codes.reversed())))
        let answer = try JSON.decode(InvitedRespondents.self, from: try #require(again.result))
        #expect(answer == InvitedRespondents(codes: 62, answered: 6) && again.events.isEmpty)
    }

    @Test("the same code has the same kept name in the next measurement, also when codes came before the invitations")
    func linked() async throws {
        let plain = try await Self.opened()
        let codes = Self.codes(62)
        try await plain.having([ImportResponses(run: Bench.run, file: try Self.answers(0, under: codes))])
        let before = try await plain.documents("survey-response").map(\.key)
        #expect(before.contains("gm1581-0001-t1/0/\(codes[0])"))
        try await plain.having([InviteRespondents(run: Bench.run, codes: codes)])
        let after = try await plain.documents("survey-response").map(\.key)
        #expect(after.count == 30 && Set(after).isDisjoint(with: before))
        let again = try plain.refused(
            try await plain.send(ImportResponses(run: Bench.run, file: try Self.answers(0, under: codes)))
        )
        #expect(again.message.contains("already answered in an earlier file"))
    }

    @Test("the name of a code is cut from HMAC-SHA-256, and typing habits make no difference")
    func names() throws {
        // Made by Python: hmac.new(b"Jefe", b"what", hashlib.sha256).hexdigest()[:32].
        let key = CodeKey(Data("Jefe".utf8))
        #expect(key.name(of: Bench.id("what")).text == "1df7fcdee0058f5cd839a52835ec6a8a")
        let code = Self.codes(1)[0]
        #expect(
            key.name(of: Bench.id(code)) == key.name(of: Bench.id(code.lowercased().prefix(5) + "-" + code.suffix(5)))
        )
    }

    @Test("the status tells the answers, the threshold and the margin")
    func status() async throws {
        let bench = try await Self.opened()
        let codes = Self.codes(62)
        try await bench.having([
            InviteRespondents(run: Bench.run, codes: codes),
            ImportResponses(run: Bench.run, file: try Self.answers(0, under: codes)),
        ])
        let status = try await ask(SurveyStatusQuery(run: Bench.run), bench)
        #expect(status.answers == 30 && status.invited == 62 && status.needed == 19 && status.codes == 62)
        #expect(status.isOpen && status.questionnaire == "kvo-w-2")
        let margin = try #require(status.margin)
        let needed = try #require(status.marginNeeded)
        #expect(margin > 0.12 && margin < needed && needed < 0.2)
    }

    @Test("results tell no number of 1 to 4 in a group, no remark and no code")
    func results() async throws {
        let bench = try await Self.opened()
        try await bench.having([
            ImportResponses(run: Bench.run, file: try Bench.example("enquete-0-meting.csv")),
            CloseSurvey(run: Bench.run, on: Bench.day("2023-10-01")),
        ])
        for stratum in SurveyStratum.allCases {
            let results = try await ask(SurveyResultsQuery(run: Bench.run, by: stratum), bench)
            #expect(results.by == stratum && results.answers == 30)
            for group in results.questions.flatMap(\.groups) {
                guard let share = group.share else { continue }
                #expect(![share.yes, share.valid - share.yes].contains { (1..<5).contains($0) })
            }
            let told = String(decoding: try JSON.encode(results), as: UTF8.self)
            #expect(!told.contains("3RNXG6DW") && !told.contains("lamp bij de inrit"))
            let mark = try #require(results.questions.first { $0.code == "F1" }?.marks)
            #expect(mark.count > 20 && mark.lower.map { $0 < mark.mean } == true)
        }
    }

    @Test("results wait for the closing: two looks at an open survey would tell what one firm answered")
    func openResults() async throws {
        let bench = try await Self.opened()
        try await bench.having([ImportResponses(run: Bench.run, file: try Bench.example("enquete-0-meting.csv"))])
        let query = try JSON.value(of: SurveyResultsQuery(run: Bench.run))
        let reply = try await bench.runtime.answer(QueryRequest(type: SurveyResultsQuery.name, body: query))
        #expect(try bench.refused(reply).message.contains("is still open"))
    }

    @Test("remarks are told apart, to who asks for them, without the firm's other answers")
    func remarks() async throws {
        let bench = try await Self.opened()
        try await bench.having([ImportResponses(run: Bench.run, file: try Bench.example("enquete-0-meting.csv"))])
        let remarks = try await ask(SurveyRemarksQuery(run: Bench.run), bench).remarks
        #expect(!remarks.isEmpty && remarks.allSatisfy { $0.question == "L1" && !$0.text.isEmpty })
        let kept = try await bench.documents("survey-response").map { String(decoding: $0.body, as: UTF8.self) }
            .joined()
        let logged = try await bench.log().map { String(decoding: $0.event.payload, as: UTF8.self) }.joined()
        #expect(remarks.allSatisfy { !kept.contains($0.text) && !logged.contains($0.text) })
    }

    @Test("a survey that was not opened is refused in a sentence")
    func noSurvey() async throws {
        let bench = try await Bench.measuring()
        let query = SurveyStatusQuery(run: Bench.run)
        let reply = try await bench.runtime.answer(
            QueryRequest(type: SurveyStatusQuery.name, body: try JSON.value(of: query))
        )
        #expect(try bench.refused(reply).message.contains("has no ondernemersenqu\u{EA}te"))
        let invite = try bench.refused(try await bench.send(InviteRespondents(run: Bench.run, codes: ["x"])))
        #expect(invite.message.contains("has not been opened"))
    }
}
