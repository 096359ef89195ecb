package import Scheme

/// A request for a review, up to the decision.
package struct Application: Hashable, Sendable {
    /// The application, unique over all runs.
    package let id: LocalID
    /// The day of the request.
    package let requestedOn: CalendarDate
    /// The run's round at the request.
    package let round: Int
    /// Where it is.
    package internal(set) var status = ApplicationStatus.requested
    /// The organisation that reviews.
    package internal(set) var reviewer: OrganisationID?
    /// The day of the site visit.
    package internal(set) var plannedOn: CalendarDate?
    /// What was found wanting.
    package internal(set) var nonconformities: [LocalID: Nonconformity] = [:]
    /// The reviewer's advice.
    package internal(set) var isPositive = false
    /// The day on which the review was completed.
    package internal(set) var completedOn: CalendarDate?

    init(id: LocalID, requestedOn: CalendarDate, round: Int) {
        (self.id, self.requestedOn, self.round) = (id, requestedOn, round)
    }
}
