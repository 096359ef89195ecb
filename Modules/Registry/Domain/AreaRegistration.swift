package import Scheme

/// All that is given when an area is registered.
package struct AreaRegistration: Hashable, Sendable {
    /// The area.
    package let area: AreaID
    /// The kind of area.
    package let kind: AreaKind
    /// Whether it exists or is being built.
    package let development: Development
    /// The municipality; like the kind it never changes.
    package let municipality: NamedMunicipality
    /// What may change later.
    package let profile: AreaProfile

    /// Makes a registration.
    package init(
        area: AreaID,
        kind: AreaKind,
        development: Development,
        municipality: NamedMunicipality,
        profile: AreaProfile
    ) {
        self.area = area
        self.kind = kind
        self.development = development
        self.municipality = municipality
        self.profile = profile
    }
}
