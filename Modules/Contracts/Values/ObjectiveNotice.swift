/// The answer to setting an objective on a registered count that could not be shown to be reached; it refuses nothing.
package struct ObjectiveNotice: Codable, Hashable, Sendable {
    /// One sentence for the planner.
    package let notice: String
    /// Which fixed sentence of the report applies.
    package let key: ObjectiveNoticeKey
    /// What is counted, in Dutch.
    package let name: String
    /// The count when the objective was set.
    package let from: Int
    /// The largest later count, over as long a time, that would be a demonstrable fall; `nil` when not even 0 is.
    package let atMost: Int?
    /// That fall in per cent, negative.
    package let percent: Double?

    /// Makes the value.
    package init(
        notice: String,
        key: ObjectiveNoticeKey,
        name: String,
        from: Int,
        atMost: Int? = nil,
        percent: Double? = nil
    ) {
        self.notice = notice
        self.key = key
        self.name = name
        self.from = from
        self.atMost = atMost
        self.percent = percent
    }
}
