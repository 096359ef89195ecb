import Statistics

/// The inputs of an example, read by name; those that are missing take the method's default.
struct VectorInputs: Sendable {
    let fields: [String: VectorValue]

    /// A number without default.
    func number(_ name: String) throws(VectorInputError) -> Double {
        try number(fields[name], name)
    }

    /// A number with a default.
    func number(_ name: String, default standard: Double) throws(VectorInputError) -> Double {
        guard let value = fields[name] else { return standard }
        return try number(value, name)
    }

    /// A whole number without default.
    func count(_ name: String) throws(VectorInputError) -> Int {
        try count(fields[name], name)
    }

    /// A whole number with a default.
    func count(_ name: String, default standard: Int) throws(VectorInputError) -> Int {
        guard let value = fields[name] else { return standard }
        return try count(value, name)
    }

    /// A truth value.
    func flag(_ name: String) throws(VectorInputError) -> Bool {
        guard case .bool(let value) = fields[name] else { throw refuse(name, "a truth value") }
        return value
    }

    /// The confidence, 0.95 when there is none.
    func confidence() throws -> Confidence {
        try Confidence(number("conf", default: 0.95))
    }

    /// A list of numbers.
    func numbers(_ name: String) throws(VectorInputError) -> [Double] {
        var numbers: [Double] = []
        for value in try list(name) { numbers.append(try number(value, name)) }
        return numbers
    }

    /// A list of numbers; nil when it is missing or null.
    func optionalNumbers(_ name: String) throws(VectorInputError) -> [Double]? {
        switch fields[name] {
        case nil, .null: nil
        default: try numbers(name)
        }
    }

    /// A list of whole numbers.
    func counts(_ name: String) throws(VectorInputError) -> [Int] {
        var counts: [Int] = []
        for value in try list(name) { counts.append(try count(value, name)) }
        return counts
    }

    /// A list of any values.
    func list(_ name: String) throws(VectorInputError) -> [VectorValue] {
        guard case .array(let values) = fields[name] else { throw refuse(name, "a list") }
        return values
    }

    /// A list of lists of numbers; null is nil.
    func rows(_ name: String) throws(VectorInputError) -> [[Double?]] {
        var rows: [[Double?]] = []
        for row in try list(name) {
            guard case .array(let values) = row else { throw refuse(name, "a list of lists") }
            var numbers: [Double?] = []
            for value in values { numbers.append(value == .null ? nil : try number(value, name)) }
            rows.append(numbers)
        }
        return rows
    }

    /// A list of pairs as places.
    func places(_ name: String) throws(VectorInputError) -> [Place] {
        var places: [Place] = []
        for value in try list(name) { places.append(try place(value, name)) }
        return places
    }

    /// A pair as a place.
    func place(_ name: String) throws(VectorInputError) -> Place {
        try place(fields[name] ?? .null, name)
    }

    /// A pair of counts before and after.
    func pair(_ name: String, default standard: BeforeAfter? = nil) throws(VectorInputError) -> BeforeAfter {
        if fields[name] == nil, let standard { return standard }
        let values = try numbers(name)
        guard values.count == 2 else { throw refuse(name, "a pair") }
        return BeforeAfter(before: values[0], after: values[1])
    }

    private func number(_ value: VectorValue?, _ name: String) throws(VectorInputError) -> Double {
        guard case .number(let number) = value else { throw refuse(name, "a number") }
        return number
    }

    private func count(_ value: VectorValue?, _ name: String) throws(VectorInputError) -> Int {
        guard case .number(let number) = value, let count = Int(exactly: number) else {
            throw refuse(name, "a whole number")
        }
        return count
    }

    private func place(_ value: VectorValue, _ name: String) throws(VectorInputError) -> Place {
        guard case .array(let pair) = value, pair.count == 2 else { throw refuse(name, "a pair of numbers") }
        return Place(x: try number(pair[0], name), y: try number(pair[1], name))
    }

    /// The refusal of an input that is not of the kind needed.
    func refuse(_ name: String, _ needed: String) -> VectorInputError {
        VectorInputError(name: name, needed: needed, found: fields[name])
    }
}
