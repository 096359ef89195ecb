/// What an owner is late with.
package struct OwnerArrears: Codable, Hashable, Sendable {
    /// The kind of party, never a person.
    package let owner: String
    /// The number of findings that are overdue and not yet escalated.
    package let overdue: Int
    /// The number of findings that go before the workgroup.
    package let escalated: Int
    /// The most days by which one of them is late.
    package let mostDaysLate: Int

    /// Makes the value.
    package init(owner: String, overdue: Int, escalated: Int, mostDaysLate: Int) {
        (self.owner, self.overdue, self.escalated, self.mostDaysLate) = (owner, overdue, escalated, mostDaysLate)
    }
}
