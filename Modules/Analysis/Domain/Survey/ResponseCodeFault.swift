/// What is wrong with a response code.
package enum ResponseCodeFault: Error, Hashable, Sendable {
    /// It has another number of characters.
    case length(Int)
    /// It has a character that no code has.
    case strange(Character)
    /// Its check character does not fit the others.
    case check
}

extension ResponseCodeFault: CustomStringConvertible {
    /// The fault and what to do, to follow the code.
    package var description: String {
        switch self {
        case .length(let length):
            "is no response code: it has \(length) characters and a code has \(ResponseCode.length); copy it from the "
                + "invitation."
        case .strange(let character):
            "is no response code: no code has \u{201c}\(character)\u{201d}; copy it from the invitation."
        case .check: "is mistyped: its last character does not fit the others; copy it from the invitation."
        }
    }
}
