import Contracts
import Testing

@testable import Report

@Suite("Sentences on the survey and the goals")
struct SurveySentenceTests {
    @Test("counts come before the percentage, and below ten answers there is none")
    func telling() throws {
        let edition = try ExampleReport().edition()
        #expect(edition.telling(ExampleReport.share(9, 27)) == "9 van de 27 bedrijven die antwoordden (33\u{A0}%)")
        #expect(edition.telling(ExampleReport.share(3, 9)) == "3 van de 9 bedrijven die antwoordden")
        #expect(edition.telling(ExampleReport.share(3, 10)) == "3 van de 10 bedrijven die antwoordden (30\u{A0}%)")
    }

    @Test("the estimate names firms, and none is needed when all answered")
    func estimate() throws {
        let edition = try ExampleReport().edition()
        #expect(
            edition.estimate(ExampleReport.share(9, 27))
                == "Schatting voor het hele gebied: tussen 9 en 18 van de 36 bedrijven."
        )
        #expect(
            edition.estimate(ExampleReport.share(9, 36))
                == "Alle bedrijven hebben geantwoord; er is geen steekproefmarge."
        )
    }

    @Test("the response counts first; one answer is in the singular")
    func response() throws {
        #expect(
            try ExampleReport().edition().responseSentence
                == "27 van de 36 bedrijven vulden de vragenlijst in (75\u{A0}%)."
        )
        #expect(
            try ExampleReport(answers: 1, invited: 36).edition().responseSentence
                == "1 van de 36 bedrijven vulde de vragenlijst in (3\u{A0}%)."
        )
        #expect(
            try ExampleReport(answers: 3, invited: 9).edition().responseSentence
                == "3 van de 9 bedrijven vulden de vragenlijst in."
        )
    }

    @Test("decision, counts, estimate and range come in that order")
    func order() throws {
        let question = ExampleReport.question()
        let lines = try ExampleReport().edition().sentences(on: question)
        #expect(lines[0].hasPrefix("Er is geen aantoonbaar verschil."))
        #expect(
            lines[1]
                == "1-meting: 9 van de 27 bedrijven die antwoordden (33\u{A0}%). 0-meting: 14 van de 28 bedrijven die "
                + "antwoordden (50\u{A0}%)."
        )
        #expect(lines[2].hasPrefix("Schatting voor het hele gebied"))
        #expect(lines[3] == "Schatting van de verandering: \u{2212}17 procentpunten (tussen \u{2212}40 en +10).")
    }

    @Test("a difference is called shown only with its p-value among the others, after Holm for a goal")
    func families() throws {
        func change(_ holm: Double, _ others: Double) -> FigureChange {
            FigureChange(
                method: .newcombeDifference,
                estimate: -0.3,
                lower: -0.5,
                upper: -0.1,
                pValue: 0.01,
                holm: holm,
                benjaminiHochberg: others
            )
        }
        let shown = ExampleReport.question(change: change(0.04, 0.03))
        let lost = ExampleReport.question(change: change(0.08, 0.03))
        #expect(Verdict(shown, isGoal: true) == .better)
        #expect(Verdict(lost, isGoal: true) == .same)
        #expect(Verdict(lost, isGoal: false) == .better)
        #expect(Verdict(ExampleReport.question(change: change(0.04, 0.03), yesIsGood: true), isGoal: true) == .worse)
        let report = ExampleReport(survey: [lost], judgements: [ExampleReport.judgement(.onCourse)])
        #expect(try report.edition().sentences(on: lost)[0].hasPrefix("Het interval van deze vraag laat 0 erbuiten"))
    }

    @Test("a reworded question, and one with few answers, are not compared")
    func uncompared() throws {
        let edition = try ExampleReport().edition()
        let reworded = ExampleReport.question(change: nil, isReworded: true)
        #expect(edition.words(reworded) == (.same, "vraag gewijzigd"))
        let few = ExampleReport.question(now: ExampleReport.share(3, 9))
        #expect(edition.words(few) == (.same, "te weinig antwoorden om te vergelijken"))
        #expect(edition.mainChange(few) == nil)
        #expect(!edition.sentences(on: few).joined().contains("procentpunten"))
    }

    @Test(
        "a goal has its grade in the fixed words",
        arguments: [
            (GoalGrade.shown, "aangetoond"), (.onCourse, "op koers, nog niet aangetoond"),
            (.notShown, "niet aangetoond"), (.noData, "geen gegevens"),
        ]
    )
    func grades(grade: GoalGrade, words: String) throws {
        let judgement = ExampleReport.judgement(grade)
        let sentence = try ExampleReport(judgements: [judgement]).edition().sentence(on: judgement)
        #expect(
            sentence
                == "Doel D1 (Minder inbraak): \(words). Gevonden: 9 van de 27 bedrijven die antwoordden (33\u{A0}%). "
                + "Doel: 40\u{A0}% of minder, uiterlijk 31 december 2025."
        )
    }

    @Test("a goal without a figure names none; one that is to rise says more")
    func otherGoals() throws {
        let none = ExampleReport.judgement(
            .noData,
            indicator: "brandweer.gebouwbrand",
            base: nil,
            target: 2,
            value: nil
        )
        let edition = try ExampleReport().edition()
        #expect(
            edition.sentence(on: none)
                == "Doel D1 (Minder inbraak): geen gegevens. Doel: 2 of minder, uiterlijk 31 december 2025."
        )
        let rise = ExampleReport.judgement(.notShown, base: 0.5, target: 0.7)
        #expect(edition.sentence(on: rise).contains("Doel: 70\u{A0}% of meer, uiterlijk"))
    }

    @Test("the fixed sentences without places stand in the report as they are", arguments: ReportNoteKey.allCases)
    func notes(key: ReportNoteKey) throws {
        let values: [String: String] =
            switch key {
            case .withheld: ["soorten": "Zedenmisdrijf, Drugshandel"]
            case .regression: ["k": "20", "verwacht": "16"]
            default: [:]
            }
        let figure: String? =
            switch key {
            case .reworded: "enquete.slachtoffer-inbraak"
            case .regression, .dispersionUnknown: "politie.2.5.1"
            default: nil
            }
        let note = ReportNote(key: key, about: figure, values: values)
        let report = ExampleReport(notes: [note])
        let edition = try report.edition()
        let sentence = edition.sentence(of: note)
        #expect(!sentence.contains("{"))
        #expect(try report.documents().html.contains(Markup.escaped(sentence)))
    }
}
