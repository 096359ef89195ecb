package import Scheme

/// The checklists and terms of inspections; data that ships with the program.
package struct InspectionGuide: Hashable, Sendable {
    /// All versions of the checklists, oldest first.
    package let checklists: [InspectionChecklist]
    /// The terms by severity.
    package let terms: [SeverityTerm]

    /// Makes the value; by default there is nothing in it.
    package init(checklists: [InspectionChecklist] = [], terms: [SeverityTerm] = []) {
        (self.checklists, self.terms) = (checklists, terms)
    }

    /// A checklist by its identifier.
    package subscript(id: String) -> InspectionChecklist? { checklists.first { $0.id == id } }

    /// The newest checklist for a kind of area.
    package func newest(for kind: AreaKind) -> InspectionChecklist? { checklists.last { $0.kind == kind } }

    /// The term of a severity.
    package func term(of severity: String) -> SeverityTerm? { terms.first { $0.severity == severity } }
}
