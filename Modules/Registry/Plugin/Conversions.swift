import Contracts
import EventSourcing
import PluginKit
import RegistryDomain
import Scheme

extension NamedRegion {
    /// Reads a region of a request.
    init(given region: Region) throws {
        guard let code = RegionCode(region.code) else {
            throw InvalidInput("\u{201c}\(region.code)\u{201d} is not \(RegionCode.rule).")
        }
        self.init(code: code, name: region.name)
    }

    /// Reads a region of a stored event.
    init(stored region: Region) throws {
        guard let code = RegionCode(region.code) else {
            throw EventStoreError.damaged("\(region.code) is not \(RegionCode.rule)")
        }
        self.init(code: code, name: region.name)
    }

    /// The form in messages.
    var contract: Region { Region(code: code.text, name: name) }
}

extension NamedMunicipality {
    /// Reads a municipality of a request.
    init(given region: Region) throws {
        guard let code = MunicipalityCode(region.code) else {
            throw InvalidInput("\u{201c}\(region.code)\u{201d} is not \(MunicipalityCode.rule).")
        }
        self.init(code: code, name: region.name)
    }

    /// Reads a municipality of a stored event.
    init(stored region: Region) throws {
        guard let code = MunicipalityCode(region.code) else {
            throw EventStoreError.damaged("\(region.code) is not \(MunicipalityCode.rule)")
        }
        self.init(code: code, name: region.name)
    }

    /// The form in messages.
    var contract: Region { Region(code: code.text, name: name) }
}

extension Agreement.Signature {
    /// Takes a signature from its form in messages.
    init(given signatory: Signatory) {
        self.init(organisation: signatory.organisation, function: signatory.function)
    }

    /// The form in messages.
    var contract: Signatory { Signatory(organisation: organisation, function: function) }
}
