/// What came out in one group of establishments.
package struct GroupResult: Codable, Hashable, Sendable {
    /// The group; `nil` for those that did not say to which they belong.
    package let name: String?
    /// The share, whose limits know no number invited; `nil` when it is hidden or nobody answered.
    package let share: ShareResult?
    /// Whether nobody in it answered; `false` when that is hidden.
    package let isEmpty: Bool
    /// The mean of the marks; `nil` when it is hidden or there is none.
    package let marks: MarkResult?

    /// Makes the value.
    package init(
        name: String? = nil,
        share: ShareResult? = nil,
        isEmpty: Bool,
        marks: MarkResult? = nil
    ) {
        self.name = name
        self.share = share
        self.isEmpty = isEmpty
        self.marks = marks
    }
}
