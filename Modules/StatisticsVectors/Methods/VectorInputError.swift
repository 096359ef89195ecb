/// Says which input of an example a method cannot use.
struct VectorInputError: Error, Hashable, CustomStringConvertible {
    let name: String
    let needed: String
    let found: VectorValue?

    var description: String {
        "the input \"\(name)\" is \(found?.description ?? "missing") where \(needed) is needed; correct the example"
    }
}
