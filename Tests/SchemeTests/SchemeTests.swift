import FoundationEssentials
import Scheme
import Testing

@Suite("A scheme version")
struct SchemeTests {
    @Test(
        "asks for a share of answers, rounded up, and exactly the threshold is enough",
        arguments: [
            (0, 0), (1, 1), (3, 1), (4, 2), (10, 3), (110, 33), (111, 34), (113, 34), (120, 36), (1000, 300),
            (9990, 2997),
        ]
    )
    func answersNeeded(invited: Int, needed: Int) throws {
        #expect(try SchemeCatalogue().standard.answersNeeded(of: invited) == needed)
    }

    @Test("asks at every size for the least number that reaches the threshold")
    func leastNumber() throws {
        let scheme = try SchemeCatalogue().standard
        for invited in 0...5000 {
            let needed = scheme.answersNeeded(of: invited)
            // In whole numbers: 30 % of the invited, rounded up.
            try #require(needed == (invited * 3 + 9) / 10)
        }
    }

    @Test("without a threshold asks for no answers")
    func noThreshold() throws {
        let scheme = try Scheme(json: SchemeText.standard.replacing("0.3", with: "null").data)
        #expect(scheme.answersNeeded(of: 500) == 0)
    }

    @Test(
        "ends a term on the day before the same day, so many months later",
        arguments: [
            ("2026-11-23", "2028-11-22"), ("2026-01-01", "2027-12-31"), ("2024-02-29", "2026-02-27"),
            ("2026-03-01", "2028-02-29"), ("2022-03-01", "2024-02-29"), ("2024-08-31", "2026-08-30"),
        ]
    )
    func term(start: String, last: String) throws {
        let start = try #require(CalendarDate(start))
        #expect(try SchemeCatalogue().standard.lastDay(ofTermFrom: start).description == last)
    }

    @Test("knows its phases by number and by the event that ends them")
    func phases() throws {
        let scheme = try SchemeCatalogue().standard
        #expect(scheme.phases.count == 8)
        #expect(scheme.phase(8)?.next == 5)
        #expect(scheme.phase(9) == nil)
        #expect(scheme.phase(endingWith: "veiligheidsanalyse-vastgesteld")?.label == "step 2 (Veiligheidsanalyse)")
        #expect(scheme.phase(endingWith: "gebied-aangemeld") == nil)
        #expect(scheme.phase(endingWith: .certificateRenewed)?.number == 8)
        #expect(scheme.phases.map(\.end?.rawValue) == scheme.phases.map(\.endsWith))
    }

    @Test("knows the inspection rounds per kind of area, and one round for a kind that it does not name")
    func inspections() throws {
        let scheme = try SchemeCatalogue().standard
        #expect(scheme.inspections(for: .businessPark).dark == 1)
        #expect(scheme.inspections(for: .businessPark).any == 2)
        #expect(scheme.inspections(for: .shoppingArea).any == 1)
        #expect(scheme.inspections(for: .ruralArea).any == 1)
    }

    @Test(
        "that contradicts itself is refused with a sentence",
        arguments: [
            (#""areaKinds": ["buitengebied"]"#, #""areaKinds": []"#, "areaKinds is empty."),
            ("0.3", "30", "survey.responseThreshold must lie between 0 and 1; 30 % is 0.30."),
            ("0.3", "-0.1", "survey.responseThreshold must lie between 0 and 1; 30 % is 0.30."),
            (
                #""buitengebied": {"day""#, #""haven": {"day""#,
                "inspections names the area kind “haven”, which is not known."
            ),
            (#""number": 2"#, #""number": 3"#, "the phases must be numbered 1, 2, 3 and so on."),
            (#""number": 1"#, #""number": 0"#, "the phases must be numbered 1, 2, 3 and so on."),
            (#""next": 3"#, #""next": 4"#, "step 2 (Doen) is followed by phase 4, which does not exist."),
            ("veiligheidsanalyse-vastgesteld", "intentieverklaring-ondertekend", "two phases end with the same event."),
            ("[60, 30]", "[30, 60]", "expiryWarningDays must be days of 1 to 3660, longest first."),
            ("[60, 30]", "[30, 0]", "expiryWarningDays must be days of 1 to 3660, longest first."),
            (#""displayCap": null"#, #""displayCap": 0"#, "stars.displayCap must be more than 0, or null."),
            (#""day": 1"#, #""day": -1"#, "a number of inspection rounds is less than 0."),
            (#""validUntil": null"#, #""validUntil": "2023-12-31""#, "validUntil lies before validFrom."),
        ]
    )
    func contradiction(part: String, wrong: String, why: String) throws {
        let error = #expect(throws: SchemeError.self) {
            try Scheme(json: SchemeText.standard.replacing(part, with: wrong).data)
        }
        #expect(error?.description == "scheme kvo-test is refused: \(why)")
    }

    @Test(
        "takes the first and the last number of a range and refuses what lies outside, whatever its size",
        arguments: [
            (#""validityMonths": 12"#, "12", 1...600, "validityMonths must lie between 1 and 600."),
            (#""klein": 6"#, "6", 1...600, "nonconformityRepairMonths must lie between 1 and 600."),
            (
                #""maxAgeMonthsAtAudit": 12"#, "12", 0...600,
                "survey.maxAgeMonthsAtAudit must lie between 0 and 600."
            ),
            (
                #""meetingsPerYearMinimum": 1"#, "1", 0...366,
                "meetingsPerYearMinimum must lie between 0 and 366."
            ),
            ("[60, 30]", "60, 30", 1...3660, "expiryWarningDays must be days of 1 to 3660, longest first."),
            (#""perSuccessfulAudit": 1"#, "1", 1...100, "stars.perSuccessfulAudit must lie between 1 and 100."),
        ]
    )
    func bounds(part: String, number: String, range: ClosedRange<Int>, why: String) throws {
        func scheme(_ other: Int) throws -> Scheme {
            let text = try SchemeText.standard.replacing(part, with: part.replacing(number, with: "\(other)"))
            return try Scheme(json: text.data)
        }
        for other in [range.lowerBound, range.upperBound] { _ = try scheme(other) }
        for other in [Int.min, range.lowerBound - 1, range.upperBound + 1, .max] {
            let error = #expect(throws: SchemeError.self, "\(other)") { try scheme(other) }
            #expect(error?.description == "scheme kvo-test is refused: \(why)")
        }
    }

    @Test(
        "that cannot be read is refused with the place",
        arguments: [
            (#""validityMonths": 12,"#, "", "“validityMonths” is missing at the top."),
            (#""maxAgeMonthsAtAudit": 12"#, #""maxAge": 12"#, "“maxAgeMonthsAtAudit” is missing at survey."),
            (#""verplichte-partijen-getekend""#, #""alles-goed""#, "at phases.Index 0.gates.Index 0."),
            (#""kvo-test""#, #""KVO Test""#, "is not a scheme identifier"),
            (#""ondernemers""#, #""winkeliers""#, "at mandatoryPartyKinds.Index 0."),
            (#""validityMonths": 12"#, #""validityMonths": "12""#, "at validityMonths."),
            (#""validFrom": "2024-03-01""#, #""validFrom": "1 maart""#, "write it as 2026-11-23 at validFrom."),
            ("}", "", "at the top."),
        ]
    )
    func unreadable(part: String, wrong: String, place: String) throws {
        let error = #expect(throws: SchemeError.self) {
            try Scheme(json: SchemeText.standard.replacing(part, with: wrong).data)
        }
        let sentence = try #require(error?.description)
        #expect(sentence.hasPrefix("the scheme file cannot be read: "))
        #expect(sentence.contains(place), "\(sentence)")
    }

    @Test(
        "with a key that is not known is refused, so that a slip of the pen is not a default",
        arguments: [
            (#""responseThreshold""#, #""responseTreshold""#, "survey.responseTreshold"),
            (#""displayCap""#, #""displaycap""#, "stars.displaycap"),
            (#""validUntil""#, #""validTo""#, "validTo"),
            (#""name": "Doen""#, #""name": "Doen", "gate": []"#, "phases.gate"),
            (#""dark": 0"#, #""dark": 0, "night": 1"#, "inspections.buitengebied.night"),
        ]
    )
    func unknownKey(part: String, wrong: String, key: String) throws {
        let error = #expect(throws: SchemeError.self) {
            try Scheme(json: SchemeText.standard.replacing(part, with: wrong).data)
        }
        #expect(error?.description == "scheme kvo-test is refused: the key \u{201c}\(key)\u{201d} is not known.")
    }
}
