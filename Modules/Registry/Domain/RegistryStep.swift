/// Names, as a scheme writes them, of the registry's own events that begin or end a step.
enum RegistryStep {
    /// A run has started.
    static let started = "traject-gestart"
    /// The parties have declared that they will work together.
    static let agreementSigned = "intentieverklaring-ondertekend"
    /// The measures have been carried out for long enough to measure again.
    static let evaluationStarted = "evaluatie-gestart"
}
