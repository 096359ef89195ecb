/// The code on an invitation: it names no establishment, and its last character gives a typing error away.
///
/// Nine characters of chance (42 bits) and a check character after ISO/IEC 7064, MOD 27,26, over an alphabet of 26
/// letters and digits of which no two look alike. Every single wrong character is found, and nearly every swap of
/// neighbours.
package struct ResponseCode: Hashable, Sendable {
    /// The characters, in the order of their values 0 to 25; without B 8, I 1, O 0, S 5, Z 2.
    package static let alphabet = Array("ACDEFGHJKLMNPQRTUVWXY34679")
    /// The number of characters with the check character.
    package static let length = 10

    /// The code in capitals, without blanks or hyphens.
    package let text: String

    /// Reads a code as people type it: small letters, blanks and hyphens do not matter.
    package init(typed: String) throws(ResponseCodeFault) {
        let characters = typed.uppercased().filter { $0 != " " && $0 != "-" }
        var values: [Int] = []
        for character in characters {
            guard let value = Self.alphabet.firstIndex(of: character) else { throw .strange(character) }
            values.append(value)
        }
        guard values.count == Self.length else { throw .length(values.count) }
        guard let last = values.popLast(), Self.check(of: values) == last else { throw .check }
        text = characters
    }

    /// Makes a code by chance; whoever gives it to somebody takes the system's generator.
    package static func random(using generator: inout some RandomNumberGenerator) -> ResponseCode {
        let values = (1..<length).map { _ in Int.random(in: alphabet.indices, using: &generator) }
        return ResponseCode(values: values + [check(of: values)])
    }

    private init(values: [Int]) { text = String(values.map { Self.alphabet[$0] }) }

    private static func check(of values: [Int]) -> Int { hybridCheck(of: values, modulus: alphabet.count) }
}

/// The check value of ISO/IEC 7064's hybrid system MOD M+1,M, from 0 to M − 1.
///
/// - Parameters:
///   - values: The values of the characters before it, each 0 to M − 1.
///   - modulus: M, the number of characters of the alphabet.
/// - Returns: The value that makes the whole fit.
func hybridCheck(of values: [Int], modulus: Int) -> Int {
    var product = modulus
    for value in values {
        let sum = (product + value) % modulus
        product = (sum == 0 ? modulus : sum) * 2 % (modulus + 1)
    }
    return (modulus + 1 - product) % modulus
}
