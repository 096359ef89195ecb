import Foundation
import Scheme

/// Scheme versions that differ from the default one in a single point.
enum Schemes {
    static func standard(without gate: String) throws -> Scheme {
        let json = String(decoding: try JSONEncoder().encode(try SchemeCatalogue().standard), as: UTF8.self)
        let changed = json.replacingOccurrences(of: "\"\(gate)\",", with: "").replacingOccurrences(
            of: "\"\(gate)\"",
            with: ""
        )
        return try Scheme(json: Data(changed.utf8))
    }
}
