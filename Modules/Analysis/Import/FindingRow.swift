import Geography
import Scheme
import Tabular

/// One finding as a file writes it: texts by column, and in GeoJSON a geometry beside them.
struct FindingRow {
    /// The texts; a column that the file does not have is absent.
    let fields: [String: Field]
    /// Where the geometry lies; `nil` without one.
    var geometry: (longitude: Double, latitude: Double)?
    /// The number of the feature, from 1; `nil` in a table.
    var feature: Int?
    /// Where the row begins.
    let place: Place

    /// The text of a column, empty where the file does not have it.
    subscript(column: String) -> Field { fields[column] ?? Field(text: "", place: place) }

    /// Does something with the row, so that a refusal names the feature.
    func reading<Value>(_ body: (FindingRow) throws(ImportError) -> Value) throws(ImportError) -> Value {
        do {
            return try body(self)
        } catch {
            throw feature.map { .feature($0, error) } ?? error
        }
    }
}

extension Field {
    /// A time of day, or `nil` for an empty field.
    func time(_ column: String) throws(ImportError) -> ClockTime? {
        let text = trimmed
        guard !text.isEmpty else { return nil }
        guard let time = ClockTime(text) else {
            throw .inspection(.unreadableTime(text, column: column), place)
        }
        return time
    }

    /// Organisations with commas or blanks between them.
    var organisations: [OrganisationID] {
        get throws(ImportError) {
            var found: [OrganisationID] = []
            for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
                guard let organisation = OrganisationID(String(part)) else {
                    throw .inspection(.unreadableParticipant(String(part)), place)
                }
                found.append(organisation)
            }
            return found
        }
    }

    /// The name of a photo file without a folder, or `nil` for an empty field.
    var photo: String? {
        get throws(ImportError) {
            let text = trimmed
            guard !text.isEmpty else { return nil }
            let kinds = [".jpg", ".jpeg", ".png", ".heic", ".webp"]
            let name = text.lowercased()
            guard text.utf8.count <= 100, !text.hasPrefix("."), text.isPlain(and: "._-"),
                kinds.contains(where: { name.hasSuffix($0) && name.utf8.count > $0.utf8.count })
            else { throw .inspection(.unreadablePhoto(text), place) }
            return text
        }
    }

    /// The number of an object or a report, or `nil` for an empty field.
    func reference(_ column: String) throws(ImportError) -> String? {
        let text = trimmed
        guard !text.isEmpty else { return nil }
        guard text.utf8.count <= 40, text.isPlain(and: "._-/") else {
            throw .inspection(.unreadableReference(text, column: column), place)
        }
        return text
    }
}

extension String {
    /// Whether all bytes are letters or digits of ASCII, or one of `extra`.
    fileprivate func isPlain(and extra: String) -> Bool {
        utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || extra.utf8.contains(byte)
        }
    }
}
