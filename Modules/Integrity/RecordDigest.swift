package import FoundationEssentials

/// Collects the fields of a record and digests them so that no two different records give the same bytes.
///
/// Every field is preceded by its length, so a byte cannot move from one field to the next unnoticed.
package struct RecordDigest: Sendable {
    private var bytes: [UInt8] = []

    /// Begins a record without fields.
    ///
    /// - Parameter capacity: About how many bytes the fields have.
    package init(reserving capacity: Int = 256) {
        bytes.reserveCapacity(capacity)
    }

    /// Adds a text as its UTF-8.
    package mutating func add(_ text: String) {
        addLength(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// Adds bytes.
    package mutating func add(_ data: Data) {
        addLength(data.count)
        bytes.append(contentsOf: data)
    }

    /// Adds a number as eight bytes, the highest first.
    package mutating func add(_ number: Int64) {
        addLength(8)
        addBytes(of: UInt64(bitPattern: number))
    }

    /// Adds an identifier as its sixteen bytes.
    package mutating func add(_ id: UUID) {
        addLength(16)
        let id = id.uuid
        bytes.append(contentsOf: [id.0, id.1, id.2, id.3, id.4, id.5, id.6, id.7])
        bytes.append(contentsOf: [id.8, id.9, id.10, id.11, id.12, id.13, id.14, id.15])
    }

    /// The digest of the fields so far.
    package var digest: SHA256Digest { SHA256Digest(of: bytes) }

    private mutating func addLength(_ count: Int) {
        addBytes(of: UInt64(count))
    }

    private mutating func addBytes(of number: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift)))
        }
    }
}
