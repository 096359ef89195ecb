package import Scheme

/// A type of crime in the police's own list.
package struct CrimeType: Hashable, Sendable {
    /// The code.
    package let code: CrimeCode
    /// The title, which begins with the code, except that of the total.
    package let title: String
    /// The kinds of area for which it says something.
    package let relevantFor: [AreaKind]

    /// Makes the value.
    package init(code: CrimeCode, title: String, relevantFor: [AreaKind]) {
        (self.code, self.title, self.relevantFor) = (code, title, relevantFor)
    }
}
