import FoundationEssentials
import Scheme
import Testing

@Suite("The end of a step")
struct StepEndTests {
    @Test("is an event that a service makes; a step that nothing ends is refused")
    func unknownEnd() throws {
        let text = try SchemeText.standard.replacing("veiligheidsanalyse-vastgesteld", with: "veiligheidsanalyse-klaar")
        let error = #expect(throws: SchemeError.self) { try Scheme(json: text.data) }
        let sentence = try #require(error?.description)
        #expect(
            sentence.hasPrefix(
                "scheme kvo-test is refused: step 2 (Doen) ends with \u{201c}veiligheidsanalyse-klaar\u{201d}, which no "
                    + "service makes; take one of intentieverklaring-ondertekend, veiligheidsanalyse-vastgesteld, "
            )
        )
    }

    @Test("knows its gates; a gate that nothing checks there is refused")
    func strayGate() throws {
        let text = try SchemeText.standard.replacing("verplichte-partijen-getekend", with: "jaarverslag")
        let error = #expect(throws: SchemeError.self) { try Scheme(json: text.data) }
        #expect(
            error?.description == "scheme kvo-test is refused: step 1 (Beginnen) has the gate jaarverslag, which "
                + "nothing checks at a step that ends with intentieverklaring-ondertekend; its gates are "
                + "verplichte-partijen-getekend."
        )
    }

    @Test("takes each of its own gates", arguments: StepEnd.allCases)
    func ownGates(end: StepEnd) throws {
        let gates = end.gates.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        let changes = [
            // The neighbours make way, so that no two steps end the same.
            (#""intentieverklaring-ondertekend", "next": 2"#, "\"\(first(beside: end).rawValue)\", \"next\": 2"),
            (#""verplichte-partijen-getekend""#, ""),
            (#""certificaat-verlengd", "next": 2"#, "\"\(last(beside: end).rawValue)\", \"next\": 2"),
            (
                #""veiligheidsanalyse-vastgesteld", "next": 3, "gates": []"#,
                "\"\(end.rawValue)\", \"next\": 3, \"gates\": [\(gates)]"
            ),
        ]
        let text = try changes.reduce(SchemeText.standard) { try $0.replacing($1.0, with: $1.1) }
        let phase = try Scheme(json: text.data).phase(2)
        #expect(phase?.end == end)
        #expect(phase.map { Set($0.gates) } == end.gates)
    }

    private func first(beside end: StepEnd) -> StepEnd { end == .agreementSigned ? .planAdopted : .agreementSigned }

    private func last(beside end: StepEnd) -> StepEnd {
        end == .certificateRenewed ? .planAdjusted : .certificateRenewed
    }

    @Test("is the place of every gate: none is left that could stand nowhere")
    func everyGate() {
        #expect(StepEnd.allCases.reduce(into: Set<Gate>()) { $0.formUnion($1.gates) } == Set(Gate.allCases))
    }
}
