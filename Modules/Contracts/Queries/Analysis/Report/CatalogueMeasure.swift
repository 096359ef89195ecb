package import Scheme

/// A measure of the catalogue with the evidence for it; its effect is an average, never a goal for one area.
package struct CatalogueMeasure: Codable, Hashable, Sendable {
    /// The measure's identifier in the catalogue, by which a plan takes it over.
    package let id: LocalID
    /// The measure in Dutch.
    package let name: String
    /// How strong the evidence is.
    package let grade: EvidenceGrade
    /// The source of the evidence.
    package let source: String
    /// How far the source was looked at.
    package let sourceStatus: SourceStatus
    /// How it is to work, in Dutch.
    package let mechanism: String
    /// Conditions and warnings, in Dutch.
    package let note: String?

    /// Makes the value.
    package init(
        id: LocalID,
        name: String,
        grade: EvidenceGrade,
        source: String,
        sourceStatus: SourceStatus,
        mechanism: String,
        note: String? = nil
    ) {
        self.id = id
        self.name = name
        self.grade = grade
        self.source = source
        self.sourceStatus = sourceStatus
        self.mechanism = mechanism
        self.note = note
    }
}
