package import Scheme

/// A measure of the catalogue with the evidence for it.
package struct CatalogueMeasure: Hashable, Sendable {
    /// How strong the evidence is, strongest first.
    package enum Grade: String, Hashable, Sendable, CaseIterable {
        /// A systematic review with an average effect.
        case review = "A"
        /// A randomised or good quasi-experiment, or a review without a pooled effect.
        case experiment = "B"
        /// A practice guide or theory, with little measured effect.
        case practice = "C"
        /// Evidence that is mixed, absent or against.
        case doubtful = "D"
    }

    /// How far the source was looked at.
    package enum SourceStatus: String, Hashable, Sendable, CaseIterable {
        /// A summary was read and supports the line.
        case abstract
        /// The source exists and the claim itself was not read.
        case found
        /// It was not verified.
        case memory
    }

    /// The identifier, by which a plan takes it over.
    package let id: LocalID
    /// The measure in Dutch.
    package let name: String
    /// The kinds of problem that it is for.
    package let problems: [ProblemKey]
    /// How it is to work, in Dutch.
    package let mechanism: String
    /// How strong the evidence is.
    package let grade: Grade
    /// The source of the evidence.
    package let source: String
    /// How far the source was looked at.
    package let sourceStatus: SourceStatus
    /// Conditions and warnings in Dutch, or empty.
    package let note: String

    /// Makes the value.
    package init(
        id: LocalID,
        name: String,
        problems: [ProblemKey],
        mechanism: String,
        grade: Grade,
        source: String,
        sourceStatus: SourceStatus,
        note: String
    ) {
        self.id = id
        self.name = name
        self.problems = problems
        self.mechanism = mechanism
        self.grade = grade
        self.source = source
        self.sourceStatus = sourceStatus
        self.note = note
    }
}
