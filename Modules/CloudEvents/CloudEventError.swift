/// Tells why a text is not a CloudEvent that may pass.
package enum CloudEventError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It is not a JSON object.
    case notAnObject(String)
    /// A required attribute is missing or empty.
    case missing(String)
    /// An attribute breaks its rule.
    case invalid(attribute: String, why: String)
    /// It is larger than intermediaries must forward.
    case tooLarge(bytes: Int, limit: Int)

    package var description: String {
        switch self {
        case .notAnObject(let why): "the event is refused: it is not a JSON object (\(why))."
        case .missing(let name): "the event is refused: the attribute \u{201c}\(name)\u{201d} is missing or empty."
        case .invalid(let attribute, let why): "the event is refused: \u{201c}\(attribute)\u{201d} \(why)."
        case .tooLarge(let bytes, let limit):
            "the event is refused: it has \(bytes) bytes and may have \(limit); put large data behind a dataref."
        }
    }
}
