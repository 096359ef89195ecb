extension Scheme {
    /// Calendar months of a term: up to fifty years, so that no day leaves the calendar.
    private static let months = 1...600

    /// Refuses what contradicts itself, cannot be, or would silently do nothing.
    func check() throws(SchemeError) {
        try checkTerms()
        try checkNumbers()
        try checkSteps()
    }

    private func refusal(_ why: String) -> SchemeError { .invalid(scheme: id.text, why: why) }

    private func checkTerms() throws(SchemeError) {
        guard Self.months.contains(validityMonths) else { throw refusal("validityMonths must lie between 1 and 600.") }
        if let validFrom, let validUntil, validUntil < validFrom { throw refusal("validUntil lies before validFrom.") }
        guard expiryWarningDays.allSatisfy((1...3660).contains), expiryWarningDays == expiryWarningDays.sorted(by: >)
        else { throw refusal("expiryWarningDays must be days of 1 to 3660, longest first.") }
        guard nonconformityRepairMonths.values.allSatisfy(Self.months.contains) else {
            throw refusal("nonconformityRepairMonths must lie between 1 and 600.")
        }
        guard (0...600).contains(survey.maxAgeMonthsAtAudit) else {
            throw refusal("survey.maxAgeMonthsAtAudit must lie between 0 and 600.")
        }
    }

    private func checkNumbers() throws(SchemeError) {
        guard (1...100).contains(stars.perSuccessfulAudit) else {
            throw refusal("stars.perSuccessfulAudit must lie between 1 and 100.")
        }
        if let cap = stars.displayCap, cap <= 0 { throw refusal("stars.displayCap must be more than 0, or null.") }
        guard !areaKinds.isEmpty else { throw refusal("areaKinds is empty.") }
        if let threshold = survey.responseThreshold, !(0...1).contains(threshold) {
            throw refusal("survey.responseThreshold must lie between 0 and 1; 30 % is 0.30.")
        }
        for kind in inspections.keys.sorted() where AreaKind(rawValue: kind) == nil {
            throw refusal("inspections names the area kind \u{201c}\(kind)\u{201d}, which is not known.")
        }
        guard inspections.values.allSatisfy({ min($0.day, $0.dark, $0.any) >= 0 }) else {
            throw refusal("a number of inspection rounds is less than 0.")
        }
        guard (0...366).contains(meetingsPerYearMinimum) else {
            throw refusal("meetingsPerYearMinimum must lie between 0 and 366.")
        }
    }

    private func checkSteps() throws(SchemeError) {
        let numbers = phases.map(\.number)
        guard numbers == Array(1...max(1, phases.count)) else {
            throw refusal("the phases must be numbered 1, 2, 3 and so on.")
        }
        for phase in phases where !numbers.contains(phase.next) {
            throw refusal("\(phase.label) is followed by phase \(phase.next), which does not exist.")
        }
        for phase in phases {
            guard let end = phase.end else {
                throw refusal(
                    "\(phase.label) ends with \u{201c}\(phase.endsWith)\u{201d}, which no service makes; take one of "
                        + StepEnd.allCases.map(\.rawValue).joined(separator: ", ") + "."
                )
            }
            for gate in phase.gates where !end.gates.contains(gate) {
                throw refusal(
                    "\(phase.label) has the gate \(gate.rawValue), which nothing checks at a step that ends with "
                        + "\(end.rawValue); its gates are "
                        + Gate.allCases.filter(end.gates.contains).map(\.rawValue).joined(separator: ", ") + "."
                )
            }
        }
        guard Set(phases.map(\.endsWith)).count == phases.count else {
            throw refusal("two phases end with the same event.")
        }
    }
}
