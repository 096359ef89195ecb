import FoundationEssentials
import Scheme
import Testing

@Suite("The catalogue of scheme versions")
struct SchemeCatalogueTests {
    @Test("ships with two versions, of which the two-year one is the default")
    func shipped() throws {
        let catalogue = try SchemeCatalogue()
        #expect(catalogue.identifiers.map(\.text) == ["kvo-2008", "kvo-3"])
        #expect(catalogue.standard.id.text == "kvo-2008")
        #expect(catalogue.standard.validityMonths == 24)
        let three = try #require(catalogue[SchemeTests.id("kvo-3")])
        #expect(three.validityMonths == 36)
        #expect(three.mandatoryPartyKinds == [.entrepreneurs, .municipality, .police, .fireBrigade])
        #expect(catalogue[try SchemeTests.id("kvo-4")] == nil)
    }

    @Test("takes a further version from a file, with phases of its own")
    func further() throws {
        let catalogue = try SchemeCatalogue(adding: [SchemeText.standard.data])
        #expect(catalogue.identifiers.map(\.text) == ["kvo-2008", "kvo-3", "kvo-test"])
        #expect(catalogue.standard.id.text == "kvo-2008")
        let scheme = try #require(catalogue[SchemeTests.id("kvo-test")])
        #expect(scheme.phases.map(\.name) == ["Beginnen", "Doen", "Klaar"])
        #expect(scheme.phase(3)?.next == 2)
        #expect(scheme.phase(1)?.gates == [.mandatoryPartiesSigned])
        #expect(scheme.phase(2)?.gates == [])
        #expect(scheme.areaKinds == [.ruralArea])
        #expect(scheme.validFrom?.description == "2024-03-01")
        #expect(scheme.newTermStartsAt == .oldEndDate)
    }

    @Test("refuses a second default, none, and the same identifier twice, each with a sentence")
    func refusals() throws {
        let second = try SchemeText.standard.replacing(#""default": false"#, with: #""default": true"#)
        #expect(
            #expect(throws: SchemeError.self) { try SchemeCatalogue(adding: [second.data]) }?.description
                == "more than one scheme version is marked as the default: kvo-2008, kvo-test."
        )
        #expect(
            #expect(throws: SchemeError.self) { try SchemeCatalogue([Scheme(json: SchemeText.standard.data)]) }?
                .description
                == "no scheme version is marked as the default."
        )
        let twice = try SchemeText.standard.replacing("kvo-test", with: "kvo-3")
        #expect(
            #expect(throws: SchemeError.self) { try SchemeCatalogue(adding: [twice.data]) }?.description
                == "scheme kvo-3 is given twice; give each version its own id."
        )
    }
}

extension SchemeTests {
    static func id(_ text: String) throws -> SchemeID { try #require(SchemeID(text)) }
}
