package import FoundationEssentials

/// Holds the examples of a file of reference vectors or of published examples.
package struct VectorFile: Sendable, Hashable {
    /// The examples in the order of the file.
    package let cases: [VectorCase]

    /// Holds these examples.
    package init(cases: [VectorCase]) { self.cases = cases }

    /// Reads a file of either format; they differ in the tolerance, an object or a single number.
    package init(json: Data) throws(VectorFileError) {
        let content: VectorValue
        do {
            content = try JSONDecoder().decode(VectorValue.self, from: json)
        } catch {
            throw .notJSON(why: Self.reason(of: error))
        }
        guard case .object(let fields) = content, case .array(let list) = fields["cases"] else { throw .noCases }
        var cases: [VectorCase] = []
        var names: Set<String> = []
        for (index, value) in list.enumerated() {
            let example = try VectorCase(value, number: index + 1)
            guard names.insert(example.id).inserted else { throw .repeated(id: example.id) }
            cases.append(example)
        }
        self.cases = cases
    }

    private static func reason(of error: any Error) -> String {
        guard case DecodingError.dataCorrupted(let context)? = error as? DecodingError else { return "\(error)" }
        return context.underlyingError.map { "\($0)" } ?? context.debugDescription
    }
}

extension VectorCase {
    fileprivate init(_ value: VectorValue, number: Int) throws(VectorFileError) {
        guard case .object(let fields) = value else {
            throw .field(example: number, id: nil, field: "cases", needed: "an object", found: value.kind)
        }
        let id: String? = if case .string(let id) = fields["id"] { id } else { nil }
        func refuse(_ field: String, _ needed: String) -> VectorFileError {
            let found = fields[field]?.kind ?? "nothing"
            return .field(example: number, id: id, field: field, needed: needed, found: found)
        }
        guard let id else { throw refuse("id", "a text") }
        guard case .string(let method) = fields["method"] else { throw refuse("method", "a text") }
        guard case .object(let inputs) = fields["inputs"] else { throw refuse("inputs", "an object") }
        guard case .object(let expected) = fields["expected"], !expected.isEmpty else {
            throw refuse("expected", "an object with at least one field")
        }
        guard let tolerance = VectorTolerance(fields["tolerance"]) else {
            throw refuse("tolerance", "a number of at least 0, or an object with such numbers as \"rel\" and \"abs\",")
        }
        self.init(id: id, method: method, inputs: inputs, expected: expected, tolerance: tolerance)
    }
}

extension VectorTolerance {
    fileprivate init?(_ value: VectorValue?) {
        switch value {
        case .number(let limit) where limit >= 0: self = .published(limit)
        case .object(let fields):
            guard case .number(let relative) = fields["rel"], case .number(let absolute) = fields["abs"],
                relative >= 0, absolute >= 0
            else { return nil }
            self = .mixed(relative: relative, absolute: absolute)
        default: return nil
        }
    }
}
