/// One step of the eight, with what ends it and what must hold before it can end.
package struct Phase: Hashable, Sendable, Codable {
    /// The number, from 1.
    package let number: Int
    /// The name that people use, in Dutch.
    package let name: String
    /// The event that ends this phase, without `nl.kvo.` and version, for instance `veiligheidsanalyse-vastgesteld`.
    package let endsWith: String
    /// What ends this phase; `nil` only for a name that no service makes, which reading a scheme refuses.
    package var end: StepEnd? { StepEnd(rawValue: endsWith) }
    /// The number of the phase that follows.
    package let next: Int
    /// What must hold before the phase can end.
    package let gates: [Gate]

    /// The step as it stands in a sentence: `step 2 (Veiligheidsanalyse)`.
    package var label: String { "step \(number) (\(name))" }
}
