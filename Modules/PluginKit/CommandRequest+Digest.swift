import CloudEvents
import Contracts
import FoundationEssentials
import Integrity

extension CommandRequest {
    /// SHA-256 of what is asked and by whom; a retry may have another deadline and other marks.
    var digest: Data {
        get throws {
            let asked: [JSONValue] = [
                .string(type),
                .string(issuedBy.description),
                expectedRevision.map(JSONValue.integer) ?? .null,
                body,
            ]
            return SHA256Digest(of: try JSON.encode(asked)).bytes
        }
    }
}
