package import Scheme

/// A municipality with the name under which its figures are delivered.
package struct NamedMunicipality: Hashable, Sendable {
    /// The CBS code.
    package let code: MunicipalityCode
    /// The name in the CBS list of the same year.
    package let name: String

    /// Names a municipality.
    package init(code: MunicipalityCode, name: String) { (self.code, self.name) = (code, name) }
}
