package import Scheme

/// All figures of an established measurement, beside those of the one before it.
///
/// Nothing in it tells what a single establishment answered, and none of it is free text of a finding or an answer.
package struct MeasurementReport: Codable, Hashable, Sendable {
    /// The run.
    package let run: RunID
    /// The areas under the run.
    package let areas: [AreaID]
    /// The kind of area.
    package let areaKind: AreaKind
    /// The scheme version by which the run is judged.
    package let scheme: SchemeID
    /// The number of the measurement, 0 for the baseline.
    package let measurement: Int
    /// The day on which it was established.
    package let establishedOn: CalendarDate
    /// The number of establishments by which its rates are divided; 0 when it is not known.
    package let establishments: Int
    /// The measurement with which it is compared; `nil` for the first one.
    package let earlier: ReportedEarlier?
    /// The response to its survey; `nil` without a survey.
    package let response: ReportedResponse?
    /// The response to the survey of the earlier measurement.
    package let responseBefore: ReportedResponse?
    /// The shares of its survey, in the order of the questionnaire; those with fewer than 5 answers are left out.
    package let survey: [ReportedQuestion]
    /// The registered crimes in the order of the police's list; never to be added up.
    package let crimes: [ReportedCrime]
    /// The fire brigade's categories; never to be added up.
    package let fires: [ReportedFire]
    /// The inspection rounds; `nil` when none was held in either measurement.
    package let inspection: ReportedInspection?
    /// The problems that the workgroup named, most serious first.
    package let problems: [ReportedProblem]
    /// Where the figures come from, those of the earlier measurement last.
    package let provenance: [ReportedSource]
    /// The fixed sentences that apply, in the order in which they are to be read.
    package let notes: [ReportNote]

    /// Makes the value.
    package init(
        run: RunID,
        areas: [AreaID],
        areaKind: AreaKind,
        scheme: SchemeID,
        measurement: Int,
        establishedOn: CalendarDate,
        establishments: Int,
        earlier: ReportedEarlier? = nil,
        response: ReportedResponse? = nil,
        responseBefore: ReportedResponse? = nil,
        survey: [ReportedQuestion],
        crimes: [ReportedCrime],
        fires: [ReportedFire],
        inspection: ReportedInspection? = nil,
        problems: [ReportedProblem],
        provenance: [ReportedSource],
        notes: [ReportNote]
    ) {
        self.run = run
        self.areas = areas
        self.areaKind = areaKind
        self.scheme = scheme
        self.measurement = measurement
        self.establishedOn = establishedOn
        self.establishments = establishments
        self.earlier = earlier
        self.response = response
        self.responseBefore = responseBefore
        self.survey = survey
        self.crimes = crimes
        self.fires = fires
        self.inspection = inspection
        self.problems = problems
        self.provenance = provenance
        self.notes = notes
    }
}
