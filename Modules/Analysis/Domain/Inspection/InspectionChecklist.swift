package import Scheme

/// What is looked at in a kind of area: one version of the list.
package struct InspectionChecklist: Hashable, Sendable {
    /// The list and its version, such as schouw-b-1.
    package let id: String
    /// The kind of area.
    package let kind: AreaKind
    /// The points, in the order in which they are walked.
    package let points: [ChecklistPoint]

    /// Makes the value.
    package init(id: String, kind: AreaKind, points: [ChecklistPoint]) {
        (self.id, self.kind, self.points) = (id, kind, points)
    }

    /// A point by its identifier.
    package subscript(point: String) -> ChecklistPoint? { points.first { $0.id == point } }
}
