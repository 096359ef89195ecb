package import Scheme

/// The police's list of crime types; the total stands in it beside its parts and is never their sum.
package struct CrimeTypeList: Hashable, Sendable {
    /// The types, in the order of the list.
    package let types: [CrimeType]

    /// Makes a list of types with different codes and titles.
    package init(_ types: [CrimeType]) { self.types = types }

    /// The type with a code, or `nil`.
    package subscript(code: CrimeCode) -> CrimeType? { types.first { $0.code == code } }

    /// The types that are told for a kind of area, in the order of the list.
    package func relevant(for kind: AreaKind) -> [CrimeType] { types.filter { $0.relevantFor.contains(kind) } }
}
