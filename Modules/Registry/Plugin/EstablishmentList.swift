import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import Integrity
import PluginKit
import RegistryDomain
import Scheme
import Tabular

/// The establishments of an area as they were delivered; a firm's name may be a person's, so they enter no event.
struct EstablishmentList {
    /// One row of the list, and its document.
    struct Establishment: Codable {
        /// The number in the trade register, 12 digits.
        let number: String
        /// The trade name.
        let name: String
    }

    /// Where the lists are kept, one document for each establishment, `<area>/<number>`.
    static let collection = DocumentCollection("establishment", .personal)

    /// The establishments in the order of their numbers.
    let establishments: [Establishment]

    /// Reads a CSV with the columns `vestigingsnummer` and `naam`.
    ///
    /// - Throws: ``InvalidInput`` with the place of the first fault; nothing of a faulty list is kept.
    init(_ file: DeliveredFile) throws {
        let table = try Self.table(of: file)
        var found: [String: (establishment: Establishment, line: Int)] = [:]
        for row in table.rows.rows {
            let field = table.columns.field("vestigingsnummer", of: row)
            let place = FilePlace(file: file.name, line: field.line, column: field.column)
            guard field.text.utf8.count == 12, field.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                throw InvalidInput(
                    "\u{201c}\(field.text)\u{201d} is no vestigingsnummer; write 12 digits, with the zeros in front.",
                    at: place
                )
            }
            if let first = found[field.text] {
                throw InvalidInput(
                    "vestigingsnummer \(field.text) stands on line \(first.line) already; keep one of the two.",
                    at: place
                )
            }
            let name = table.columns.field("naam", of: row).text
            found[field.text] = (Establishment(number: field.text, name: name), field.line)
        }
        establishments = found.values.map(\.establishment).sorted { $0.number < $1.number }
    }

    private static func table(of file: DeliveredFile) throws(InvalidInput) -> (rows: Table, columns: ColumnMap) {
        do {
            let limits = Limits(bytes: 4 * 1024 * 1024, rows: 20_000)
            let table = try Table(parsing: Array(file.content), limits: limits)
            return (table, try table.requireColumns(["vestigingsnummer", "naam"]))
        } catch {
            guard let place = error.place else { throw InvalidInput("\(error.describe(file: file.name)).") }
            throw InvalidInput(
                "\(error).",
                at: FilePlace(file: file.name, line: place.line, column: place.column)
            )
        }
    }

    /// What an event may tell of the list: the digest is of the sorted numbers, one on a line.
    var summary: EstablishmentCount {
        let lines = establishments.map { $0.number + "\n" }.joined()
        return EstablishmentCount(count: establishments.count, digest: SHA256Digest(of: lines).hex)
    }

    /// Makes this the area's list, and forgets the firms that are no longer in it.
    func replace(listOf area: AreaID, in transaction: any StoreTransaction) throws {
        let kept = Set(establishments.map { "\(area)/\($0.number)" })
        for document in try transaction.documents(in: Self.collection, prefix: "\(area)/")
        where !kept.contains(document.key) {
            try transaction.removeDocument(document.key, in: Self.collection)
        }
        for establishment in establishments {
            let key = "\(area)/\(establishment.number)"
            try transaction.put(try JSON.encode(establishment), at: key, in: Self.collection)
        }
    }
}
