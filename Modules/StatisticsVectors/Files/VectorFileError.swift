/// Says why a file of examples cannot be used, and where.
package enum VectorFileError: Error, Sendable, Hashable {
    /// The file is no JSON.
    case notJSON(why: String)
    /// The file is JSON, but has no list named `cases`.
    case noCases
    /// A field of an example, counted from 1, is missing or of another kind.
    case field(example: Int, id: String?, field: String, needed: String, found: String)
    /// Two examples have one name.
    case repeated(id: String)
}

extension VectorFileError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notJSON(let why):
            "this is no JSON (\(why)); give a file of reference vectors such as public.json"
        case .noCases:
            "there is no list named \"cases\" at the top; give a file of reference vectors such as public.json"
        case .field(let example, let id, let field, let needed, let found):
            "example \(example)\(id.map { ", \($0)," } ?? "") has \(found) as \"\(field)\" where \(needed) is needed; "
                + "correct the file"
        case .repeated(let id): "two examples are named \(id); give each its own name, or a failure could not be found"
        }
    }
}
