package import FoundationEssentials

/// The scheme versions that a service knows, one of which is the default.
package struct SchemeCatalogue: Sendable {
    private let versions: [SchemeID: Scheme]
    /// The version for a run that does not ask for another.
    package let standard: Scheme

    /// Makes a catalogue of versions with different identifiers, exactly one of them the default.
    package init(_ schemes: [Scheme]) throws(SchemeError) {
        var versions: [SchemeID: Scheme] = [:]
        for scheme in schemes {
            guard versions.updateValue(scheme, forKey: scheme.id) == nil else { throw .duplicate(scheme.id) }
        }
        let defaults = schemes.filter(\.default)
        guard let standard = defaults.first, defaults.count == 1 else { throw .noSingleDefault(defaults.map(\.id)) }
        self.versions = versions
        self.standard = standard
    }

    /// Makes a catalogue of the versions that ship with the program and further ones from files.
    package init(adding files: [Data] = []) throws(SchemeError) {
        var schemes: [Scheme] = []
        for json in Self.shipped { schemes.append(try Scheme(json: json)) }
        for json in files { schemes.append(try Scheme(json: json)) }
        try self.init(schemes)
    }

    /// The version with an identifier, or `nil` when this service does not know it.
    package subscript(id: SchemeID) -> Scheme? { versions[id] }

    /// All identifiers, sorted.
    package var identifiers: [SchemeID] { versions.keys.sorted() }

    private static var shipped: [Data] {
        [Data(PackageResources.kvo_2008_json), Data(PackageResources.kvo_3_json)]
    }
}
