/// A sentence of the catalogue with named places in braces.
struct Sentence: Decodable, Hashable, Sendable {
    /// The name of the place whose number chooses the form; `nil` when there is one form.
    let by: String?
    /// The form for exactly one.
    let one: String?
    /// The form for everything else.
    let other: String

    private enum Member: String, CodingKey { case by, one, other }

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            (by, one, other) = (nil, nil, text)
            return
        }
        let members = try decoder.container(keyedBy: Member.self)
        by = try members.decode(String.self, forKey: .by)
        one = try members.decode(String.self, forKey: .one)
        other = try members.decode(String.self, forKey: .other)
    }

    /// The names of the places in all forms.
    var places: Set<String> {
        Set([one ?? "", other].flatMap { form in form.matches(of: /\{([a-z][A-Za-z0-9]*)\}/).map { String($0.1) } })
    }
}
