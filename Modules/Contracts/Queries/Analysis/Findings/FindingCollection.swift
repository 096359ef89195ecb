package import CloudEvents

/// Findings as GeoJSON: a FeatureCollection after RFC 7946, in WGS84, longitude first.
package struct FindingCollection: Codable, Hashable, Sendable {
    /// A finding.
    package struct Feature: Codable, Hashable, Sendable {
        /// Always `Feature`.
        package let type: String
        /// Where it lies; `nil`, written as null, for a finding without a place.
        package let geometry: Point?
        /// What is known of it, by the names of the columns of the inspection file.
        package let properties: [String: JSONValue]

        /// Makes the value.
        package init(geometry: Point?, properties: [String: JSONValue]) {
            type = "Feature"
            (self.geometry, self.properties) = (geometry, properties)
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(type, forKey: .type)
            // RFC 7946 wants the member also where it is null.
            try container.encode(geometry, forKey: .geometry)
            try container.encode(properties, forKey: .properties)
        }
    }

    /// A place.
    package struct Point: Codable, Hashable, Sendable {
        /// Always `Point`.
        package let type: String
        /// Longitude and latitude in degrees, to six decimals: about a decimetre.
        package let coordinates: [Double]

        /// Makes the value.
        package init(longitude: Double, latitude: Double) {
            type = "Point"
            coordinates = [longitude, latitude].map { ($0 * 1_000_000).rounded() / 1_000_000 }
        }
    }

    /// Always `FeatureCollection`.
    package let type: String
    /// The findings, in the order of their recording.
    package let features: [Feature]

    /// Makes the value.
    package init(features: [Feature]) {
        type = "FeatureCollection"
        self.features = features
    }
}
