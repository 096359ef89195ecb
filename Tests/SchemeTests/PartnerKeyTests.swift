import Scheme
import Testing

@Suite("A partner\u{2019}s key")
struct PartnerKeyTests {
    /// The public key of the example in ZeroMQ's own manual (zmq_curve).
    private static let example = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID"

    @Test("is 40 characters of Z85, and is told from others by its first ten")
    func shown() throws {
        let key = try #require(PartnerKey(Self.example))
        #expect(key.text == Self.example)
        #expect(key.fingerprint == "Yne@$w-vo<")
    }

    @Test(
        "is nothing else",
        arguments: [
            String(example.dropLast()), example + "0", example.replacing("Y", with: "~"),
            example.replacing("Y", with: " "),
            example.replacing("Y", with: "é"), String(repeating: "0", count: 40), String(repeating: "#", count: 40), "",
        ]
    )
    func others(text: String) {
        #expect(PartnerKey(text) == nil)
    }
}
