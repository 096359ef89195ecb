import Statistics
import Testing

@testable import AnalysisDomain

@Suite("Response codes")
struct ResponseCodeTests {
    private static func codes(_ count: Int, seed: UInt64 = 1) -> [ResponseCode] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { _ in ResponseCode.random(using: &generator) }
    }

    @Test("the check value is that of ISO/IEC 7064: 0794 takes 5 by MOD 11,10")
    func publishedExample() {
        #expect(hybridCheck(of: [0, 7, 9, 4], modulus: 10) == 5)
    }

    @Test("the alphabet has 26 characters of which no two look alike")
    func alphabet() {
        #expect(ResponseCode.alphabet.count == 26 && Set(ResponseCode.alphabet).count == 26)
        for (letter, digit) in [("B", "8"), ("I", "1"), ("O", "0"), ("S", "5"), ("Z", "2")] as [(Character, Character)]
        {
            #expect(!(ResponseCode.alphabet.contains(letter) && ResponseCode.alphabet.contains(digit)))
        }
    }

    @Test("every single wrong character is found")
    func substitutions() throws {
        for code in Self.codes(20) {
            for position in 0..<ResponseCode.length {
                for character in ResponseCode.alphabet {
                    var typed = Array(code.text)
                    guard typed[position] != character else { continue }
                    typed[position] = character
                    #expect(throws: ResponseCodeFault.check) { try ResponseCode(typed: String(typed)) }
                }
            }
        }
    }

    @Test("small letters, blanks and hyphens make no difference")
    func typing() throws {
        let code = try #require(Self.codes(1).first)
        let (head, tail) = (code.text.prefix(5).lowercased(), code.text.suffix(5))
        #expect(try ResponseCode(typed: "\(head)-\(tail)") == code)
        #expect(try ResponseCode(typed: " \(head) \(tail) ") == code)
    }

    @Test("a code of another length or with a strange character is told apart from a mistyped one")
    func faults() {
        #expect(throws: ResponseCodeFault.length(3)) { try ResponseCode(typed: "ACD") }
        #expect(throws: ResponseCodeFault.length(0)) { try ResponseCode(typed: "") }
        #expect(throws: ResponseCodeFault.strange("0")) { try ResponseCode(typed: "ACDEFGHJK0") }
    }

    @Test("each establishment gets a code of its own; who had one keeps it, and no old code goes to another")
    func inviting() {
        func establishments(_ numbers: ClosedRange<Int>) -> [InvitedEstablishment] {
            numbers.map { InvitedEstablishment(number: "00009901\(1000 + $0)", name: "Voorbeeld \($0)") }
        }
        var generator = SeededGenerator(seed: 7)
        let first = InvitationList(inviting: establishments(1...60), using: &generator)
        let second = InvitationList(inviting: establishments(11...70), keeping: first, using: &generator)
        #expect(Set(first.codes).count == 60 && Set(second.codes).count == 60)
        #expect(Array(second.invitations.prefix(50)) == Array(first.invitations.suffix(50)))
        #expect(second.kept(from: first) == 50)
        #expect(Set(second.invitations.suffix(10).map(\.code)).isDisjoint(with: first.invitations.map(\.code)))
        #expect(first.codes == first.codes.sorted())
    }
}
