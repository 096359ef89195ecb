/// A version of the KVO scheme: what it asks, as data.
///
/// A run keeps the version with which it started. All parameters and their sources are in `docs/schemes.md`.
package struct Scheme: Hashable, Sendable, Codable {
    /// The names on the certificates.
    package struct CertificateNames: Hashable, Sendable, Codable {
        /// On the first certificate.
        package let first: String
        /// On each following one.
        package let next: String
    }

    /// How stars are counted.
    package struct Stars: Hashable, Sendable, Codable {
        /// The stars that a successful audit adds.
        package let perSuccessfulAudit: Int
        /// The most stars that are shown, or `nil` for all.
        package let displayCap: Int?
    }

    /// What the entrepreneurs' survey must reach.
    package struct Survey: Hashable, Sendable, Codable {
        /// The least share of invited establishments that must have answered, 0 to 1, or `nil` when none is asked.
        package let responseThreshold: Double?
        /// The age that the survey may have when the audit is requested, in calendar months.
        package let maxAgeMonthsAtAudit: Int
    }

    /// How many inspection rounds a measurement needs.
    package struct Inspections: Hashable, Sendable, Codable {
        /// Rounds by daylight.
        package let day: Int
        /// Rounds in the dark.
        package let dark: Int
        /// Rounds of either kind in all.
        package let any: Int
    }

    /// From which day a renewed certificate counts.
    package enum TermStart: String, Hashable, Sendable, Codable {
        /// The day of the decision.
        case decision
        /// The day after the old certificate's last day, when the decision is earlier than that.
        case oldEndDate
    }

    /// Identifies the version.
    package let id: SchemeID
    /// The name for people.
    package let name: String
    /// Whether new runs take this version unless another is asked for.
    package let `default`: Bool
    /// The first day in force, if known.
    package let validFrom: CalendarDate?
    /// The last day in force, if known.
    package let validUntil: CalendarDate?
    /// How long a certificate is valid, in calendar months.
    package let validityMonths: Int
    /// From which day a renewed certificate counts.
    package let newTermStartsAt: TermStart
    /// How many days before the end a warning goes out, longest first.
    package let expiryWarningDays: [Int]
    /// The names on the certificates.
    package let certificateNames: CertificateNames
    /// How stars are counted.
    package let stars: Stars
    /// The kinds of area that this version knows.
    package let areaKinds: [AreaKind]
    /// The kinds of party without which there is no run.
    package let mandatoryPartyKinds: [PartyKind]
    /// The sources without which there is no safety analysis.
    package let requiredSources: [MeasurementSource]
    /// What the survey must reach.
    package let survey: Survey
    /// The inspection rounds per kind of area.
    package let inspections: [String: Inspections]
    /// How long a nonconformity may take to repair, in calendar months, by its class.
    package let nonconformityRepairMonths: [String: Int]
    /// The least number of meetings of the workgroup in a year.
    package let meetingsPerYearMinimum: Int
    /// The steps, in order.
    package let phases: [Phase]

    /// The inspection rounds that a measurement of this kind of area needs.
    package func inspections(for kind: AreaKind) -> Inspections {
        inspections[kind.rawValue] ?? Inspections(day: 0, dark: 0, any: 1)
    }

    /// The phase with a number, or `nil`.
    package func phase(_ number: Int) -> Phase? { phases.first { $0.number == number } }

    /// The phase that ends with an event of this name, or `nil`.
    package func phase(endingWith event: String) -> Phase? { phases.first { $0.endsWith == event } }

    /// The phase that ends so, or `nil`.
    package func phase(endingWith end: StepEnd) -> Phase? { phase(endingWith: end.rawValue) }

    /// The least number of answers for a number of invitations, rounded up: 30 % of 113 is 34.
    package func answersNeeded(of invited: Int) -> Int {
        guard let threshold = survey.responseThreshold else { return 0 }
        // A product such as 0.3 · 110 lies a hair above 33 in binary; 1e-9 keeps it from becoming 34.
        return Int((threshold * Double(invited) - 1e-9).rounded(.up))
    }

    /// The last day of validity of a certificate: the day before the same day so many months later.
    package func lastDay(ofTermFrom start: CalendarDate) -> CalendarDate {
        start.adding(months: validityMonths).adding(days: -1)
    }
}
