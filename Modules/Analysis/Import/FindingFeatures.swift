import CloudEvents
import FoundationEssentials
import Geography
import Tabular

/// Reads findings from GeoJSON (RFC 7946): a FeatureCollection of Points, properties named as the columns of the table.
enum FindingFeatures {
    /// Whether a file is JSON and no table: its first character is a brace, after a byte-order mark and blanks.
    static func isJSON(_ bytes: [UInt8]) -> Bool {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
        return text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
    }

    /// The features as rows, in their order.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - known: The properties that a feature may have.
    /// - Returns: One row for each feature.
    /// - Throws: What is wrong with the file, or with the first feature that cannot be taken over.
    static func rows(_ bytes: [UInt8], known: [String]) throws(ImportError) -> [FindingRow] {
        let features = try features(of: try parse(bytes))
        guard !features.isEmpty else { throw .inspection(.noFeatures, nil) }
        var rows: [FindingRow] = []
        for (index, feature) in features.enumerated() {
            do throws(ImportError) {
                rows.append(try row(feature, number: index + 1, known: known))
            } catch {
                throw .feature(index + 1, error)
            }
        }
        return rows
    }

    private static func parse(_ bytes: [UInt8]) throws(ImportError) -> JSONValue {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        do {
            return try JSON.decode(
                JSONValue.self,
                from: Data(bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
            )
        } catch {
            throw .inspection(.notJSON(why: JSON.describe(error)), nil)
        }
    }

    private static func features(of collection: JSONValue) throws(ImportError) -> [JSONValue] {
        guard collection["type"]?.text == "FeatureCollection", case .array(let features)? = collection["features"]
        else {
            throw .inspection(.notCollection(found: collection["type"]?.text ?? "without a type"), nil)
        }
        // RFC 7946 has no other systems; files of before it say theirs here.
        if let system = collection["crs"], system != .null {
            let name = system["properties"]?["name"]?.text ?? "a system without a name"
            guard name.hasSuffix("CRS84") || name.hasSuffix(":4326") else {
                throw .inspection(.otherSystem(name), nil)
            }
        }
        return features
    }

    private static func row(_ feature: JSONValue, number: Int, known: [String]) throws(ImportError) -> FindingRow {
        // A place in lines and columns would mean nothing to who drew points on a map.
        let place = Place(line: number, column: 1, field: 1)
        guard feature["type"]?.text == "Feature" else { throw .inspection(.notFeature, nil) }
        var fields: [String: Field] = [:]
        if case .object(let properties)? = feature["properties"] {
            for (name, value) in properties.sorted(by: { $0.key < $1.key }) {
                guard known.contains(name) else { throw .inspection(.unknownProperty(name, known: known), nil) }
                fields[name] = Field(text: try text(value, of: name), place: place)
            }
        }
        return FindingRow(
            fields: fields,
            geometry: try position(feature["geometry"]),
            feature: number,
            place: place
        )
    }

    private static func text(_ value: JSONValue, of property: String) throws(ImportError) -> String {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .null: ""
        case .bool, .array, .object: throw .inspection(.unreadableProperty(property), nil)
        }
    }

    private static func position(_ geometry: JSONValue?) throws(ImportError) -> (longitude: Double, latitude: Double)? {
        guard let geometry, geometry != .null else { return nil }
        guard geometry["type"]?.text == "Point" else {
            throw .inspection(.otherGeometry(geometry["type"]?.text ?? "geometry without a type"), nil)
        }
        guard case .array(let numbers)? = geometry["coordinates"], (2...3).contains(numbers.count),
            let longitude = numbers[0].double, let latitude = numbers[1].double
        else { throw .inspection(.unreadablePosition, nil) }
        return (longitude, latitude)
    }
}

extension JSONValue {
    fileprivate var double: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }
}
