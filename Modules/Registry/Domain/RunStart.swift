package import Scheme

/// All that a run keeps from its start.
package struct RunStart: Hashable, Sendable {
    /// The kind of area.
    package let kind: AreaKind
    /// Whether the area exists or is being built.
    package let development: Development
    /// The area's name.
    package let name: String
    /// The scheme version.
    package let scheme: SchemeID
    /// The municipality.
    package let municipality: NamedMunicipality
    /// The CBS regions.
    package let regions: [NamedRegion]
    /// The number of establishments.
    package let establishments: Int
    /// The day of the start.
    package let on: CalendarDate

    /// Makes the start of a run.
    package init(
        kind: AreaKind,
        development: Development,
        name: String,
        scheme: SchemeID,
        municipality: NamedMunicipality,
        regions: [NamedRegion],
        establishments: Int,
        on: CalendarDate
    ) {
        self.kind = kind
        self.development = development
        self.name = name
        self.scheme = scheme
        self.municipality = municipality
        self.regions = regions
        self.establishments = establishments
        self.on = on
    }

    /// Makes the start of an area's run from the area as it is now.
    package init(of area: Area, scheme: SchemeID, on day: CalendarDate) {
        self.init(
            kind: area.registration.kind,
            development: area.registration.development,
            name: area.profile.name,
            scheme: scheme,
            municipality: area.registration.municipality,
            regions: area.profile.regions,
            establishments: area.profile.establishments.count,
            on: day
        )
    }
}
