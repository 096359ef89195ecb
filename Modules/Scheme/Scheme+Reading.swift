package import FoundationEssentials

extension Scheme {
    /// Reads and checks a scheme version from JSON.
    ///
    /// - Throws: ``SchemeError`` that names the key or the value and what is wrong with it.
    package init(json: Data) throws(SchemeError) {
        let unknownKey: String?
        do {
            self = try JSONDecoder().decode(Scheme.self, from: json)
            unknownKey = try Self.unknownKey(in: json)
        } catch let error as DecodingError {
            throw .unreadable(Self.describe(error))
        } catch {
            throw .unreadable(String(describing: error))
        }
        if let unknownKey {
            throw .invalid(scheme: id.text, why: "the key \u{201c}\(unknownKey)\u{201d} is not known.")
        }
        try check()
    }

    private func check() throws(SchemeError) {
        func refuse(_ why: String) -> SchemeError { .invalid(scheme: id.text, why: why) }
        guard validityMonths > 0 else { throw refuse("validityMonths must be more than 0.") }
        guard stars.perSuccessfulAudit > 0 else { throw refuse("stars.perSuccessfulAudit must be more than 0.") }
        if let cap = stars.displayCap, cap <= 0 { throw refuse("stars.displayCap must be more than 0, or null.") }
        if let validFrom, let validUntil, validUntil < validFrom { throw refuse("validUntil lies before validFrom.") }
        guard expiryWarningDays.allSatisfy({ $0 > 0 }), expiryWarningDays == expiryWarningDays.sorted(by: >) else {
            throw refuse("expiryWarningDays must be days of 1 or more, longest first.")
        }
        guard nonconformityRepairMonths.values.allSatisfy({ $0 > 0 }) else {
            throw refuse("nonconformityRepairMonths must be more than 0.")
        }
        guard !areaKinds.isEmpty else { throw refuse("areaKinds is empty.") }
        if let threshold = survey.responseThreshold, !(0...1).contains(threshold) {
            throw refuse("survey.responseThreshold must lie between 0 and 1; 30 % is 0.30.")
        }
        for kind in inspections.keys where AreaKind(rawValue: kind) == nil {
            throw refuse("inspections names the area kind \u{201c}\(kind)\u{201d}, which is not known.")
        }
        guard inspections.values.allSatisfy({ min($0.day, $0.dark, $0.any) >= 0 }) else {
            throw refuse("a number of inspection rounds is less than 0.")
        }
        let numbers = phases.map(\.number)
        guard numbers == Array(1...max(1, phases.count)) else {
            throw refuse("the phases must be numbered 1, 2, 3 and so on.")
        }
        for phase in phases where !numbers.contains(phase.next) {
            throw refuse("\(phase.label) is followed by phase \(phase.next), which does not exist.")
        }
        guard Set(phases.map(\.endsWith)).count == phases.count else {
            throw refuse("two phases end with the same event.")
        }
    }

    private static func describe(_ error: DecodingError) -> String {
        func place(_ path: [any CodingKey]) -> String {
            path.isEmpty ? "at the top" : "at " + path.map(\.stringValue).joined(separator: ".")
        }
        return switch error {
        case .keyNotFound(let key, let context):
            "\u{201c}\(key.stringValue)\u{201d} is missing \(place(context.codingPath))."
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            "\(context.debugDescription) \(place(context.codingPath))."
        @unknown default: String(describing: error)
        }
    }
}
