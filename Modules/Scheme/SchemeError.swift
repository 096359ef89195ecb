/// Tells what is wrong with a scheme file.
package enum SchemeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file is not JSON of the right form; the text says where.
    case unreadable(String)
    /// The content contradicts itself.
    case invalid(scheme: String, why: String)
    /// Two versions have the same identifier.
    case duplicate(SchemeID)
    /// There is not exactly one default version.
    case noSingleDefault([SchemeID])

    package var description: String {
        switch self {
        case .unreadable(let why): "the scheme file cannot be read: \(why)"
        case .invalid(let scheme, let why): "scheme \(scheme) is refused: \(why)"
        case .duplicate(let id): "scheme \(id) is given twice; give each version its own id."
        case .noSingleDefault(let ids):
            ids.isEmpty
                ? "no scheme version is marked as the default."
                : "more than one scheme version is marked as the default: "
                    + ids.map(\.text).joined(separator: ", ") + "."
        }
    }
}
