/// How one example went.
package struct CaseResult: Sendable, Hashable {
    /// What became of it.
    package enum Outcome: Sendable, Hashable {
        /// Every expected output was given.
        case passed
        /// These outputs were not.
        case failed([FieldFailure])
        /// The method refused the inputs for this reason, and no refusal was expected.
        case refused(String)
        /// There is no such method here.
        case skipped
    }

    /// The name of the example.
    package let id: String
    /// The name of its method.
    package let method: String
    /// What became of it.
    package let outcome: Outcome
}
