import Contracts
import Testing

@testable import Report

@Suite("Sentences on registered crimes")
struct CrimeSentenceTests {
    private func sentences(_ crime: ReportedCrime) throws -> [String] {
        try ExampleReport(crimes: [crime]).edition().sentences(counting: crime)
    }

    @Test("a fall that can be chance says from which number on it would be shown")
    func small() throws {
        #expect(
            try sentences(ExampleReport.crime()) == [
                "In 2025 waren er 12 registraties van ‘Diefstal/inbraak bedrijven enz.’, in 2023 20. Bij zulke kleine aantallen "
                    + "kan dit verschil toeval zijn: pas bij 8 of minder zouden we van een aantoonbare daling spreken."
            ]
        )
    }

    @Test("one registration is in the singular")
    func singular() throws {
        let lines = try sentences(ExampleReport.crime(from: 6, to: 1, atMost: 0))
        #expect(
            lines[0].hasPrefix("In 2025 was er 1 registratie van ‘Diefstal/inbraak bedrijven enz.’, in 2023 6. Bij")
        )
    }

    @Test("large counts are not called small")
    func large() throws {
        let lines = try sentences(
            ExampleReport.crime("0.0.0", "Totaal", from: 200, to: 180, atMost: 161, isTotal: true)
        )
        #expect(
            lines[0].hasPrefix("In 2025 waren er 180 geregistreerde misdrijven, in 2023 200. Dit verschil kan toeval")
        )
    }

    @Test("at the demonstrable number or below, the fall is called so", arguments: [8, 3, 0])
    func shown(now: Int) throws {
        let lines = try sentences(ExampleReport.crime(to: now))
        #expect(lines.count == 1)
        #expect(lines[0].hasSuffix("in 2023 20: een aantoonbare daling."))
    }

    @Test(
        "an equal count or a rise that is not shown says that there is no demonstrable difference",
        arguments: [20, 26]
    )
    func rise(now: Int) throws {
        let lines = try sentences(ExampleReport.crime(to: now))
        #expect(lines[0].hasSuffix("in 2023 20."))
        #expect(lines[1].hasPrefix("Er is geen aantoonbaar verschil. Dat betekent niet dat er geen verschil is"))
    }

    @Test("a rise of which the exact interval leaves out 1 is called so")
    func shownRise() throws {
        let ratio = FigureChange(method: .rateRatio, estimate: 3, lower: 1.7, upper: 5.4, pValue: 0.0001)
        let lines = try sentences(ExampleReport.crime(to: 60, ratio: ratio))
        #expect(lines[0].hasSuffix("in 2023 20: een aantoonbare stijging."))
    }

    @Test("with fewer than six events no fall can be shown, not even to 0")
    func immeasurable() throws {
        let lines = try sentences(ExampleReport.crime(from: 5, to: 0, atMost: nil))
        #expect(lines[0] == "In 2025 waren er 0 registraties van ‘Diefstal/inbraak bedrijven enz.’, in 2023 5.")
        #expect(
            lines[1]
                == "Met 5 registraties van ‘Diefstal/inbraak bedrijven enz.’ per jaar is een daling niet aantoonbaar, "
                + "ook niet tot 0."
        )
        let one = try sentences(ExampleReport.crime(from: 1, to: 0, atMost: nil))
        #expect(one[1].hasPrefix("Met 1 registratie van"))
    }

    @Test("a withheld type has no number at all")
    func withheld() throws {
        let crime = ExampleReport.withheld()
        let edition = try ExampleReport(crimes: [crime]).edition()
        #expect(edition.sentences(counting: crime) == ["De politie publiceert geen aantallen voor Zedenmisdrijf."])
        #expect(edition.words(crime).words == "niet gepubliceerd")
    }

    @Test("the effect stands against the reference, in the fixed words")
    func effect() throws {
        let crime = ExampleReport.crime()
        let edition = try ExampleReport(crimes: [crime]).edition()
        #expect(
            edition.effect(crime)
                == "In het vergelijkingsgebied daalde het aantal met 5\u{A0}%. Ten opzichte daarvan is het effect van het pakket "
                + "\u{2212}37\u{A0}% (tussen \u{2212}70\u{A0}% en +33\u{A0}%)."
        )
    }

    @Test(
        "the reference rose or stayed equal",
        arguments: [(220, "steeg het aantal met 10\u{A0}%."), (200, "bleef het aantal gelijk.")]
    )
    func reference(now: Int, words: String) throws {
        let crime = ExampleReport.crime(reference: (200, now))
        let effect = try #require(try ExampleReport(crimes: [crime]).edition().effect(crime))
        #expect(effect.hasPrefix("In het vergelijkingsgebied \(words) Ten opzichte daarvan"))
    }

    @Test("a change of less than half a per cent is about the same")
    func nearly() throws {
        let crime = ExampleReport.crime(reference: (1000, 1004))
        let effect = try #require(try ExampleReport(crimes: [crime]).edition().effect(crime))
        #expect(effect.hasPrefix("In het vergelijkingsgebied bleef het aantal vrijwel gelijk."))
    }

    @Test("below ten events there is no percentage, nor without a reference")
    func noPercentage() throws {
        for crime in [ExampleReport.crime(from: 9, to: 3), ExampleReport.crime(reference: nil)] {
            let edition = try ExampleReport(crimes: [crime]).edition()
            #expect(edition.effect(crime) == nil)
            #expect(!edition.sentences(counting: crime).joined().contains("%"))
        }
        let edition = try ExampleReport().edition()
        #expect(edition.words(ExampleReport.crime(reference: nil)).words == "geen vergelijkingsgebied")
    }

    @Test("the three colours come with their fixed words, and only against a reference")
    func verdicts() throws {
        let edition = try ExampleReport().edition()
        let fell = ExampleReport.crime(from: 60, to: 10, reference: (200, 200))
        let rose = ExampleReport.crime(from: 10, to: 60, reference: (200, 200))
        #expect(edition.words(fell) == (.better, "beter dan vergelijkbaar gebied"))
        #expect(edition.words(rose) == (.worse, "slechter dan vergelijkbaar gebied"))
        #expect(edition.words(ExampleReport.crime()) == (.same, "geen aantoonbaar verschil"))
        #expect(edition.words(ExampleReport.crime(from: 60, to: 10, reference: nil)).verdict == .same)
    }

    @Test("what is expected by itself stands with the figure, rounded")
    func regression() throws {
        let crime = ExampleReport.crime()
        let note = ReportNote(key: .regression, about: crime.id, values: ["k": "20", "verwacht": "16.4"])
        let edition = try ExampleReport(crimes: [crime], notes: [note]).edition()
        #expect(
            edition.sentences(on: crime).last
                == "Na een slecht jaar daalt het aantal vaak vanzelf: ook zonder maatregelen was een daling van 20 naar ongeveer "
                + "16 te verwachten."
        )
    }
}
