import Geography
import Tabular

/// Reads where a finding lies: in metres RD New, in degrees WGS84, or in both when they agree.
struct FindingPlace {
    /// The most metres between two places that are the same; the conversion is good to half a metre.
    static let tolerance = 5.0

    let row: FindingRow

    /// The place in whole metres RD New, or `nil` where the file has none.
    var point: (x: Int, y: Int)? {
        get throws(ImportError) {
            var found: [(name: String, point: RDPoint)] = []
            if let point = try metres { found.append(("rd_x and rd_y", point)) }
            if let point = try geometry { found.append(("the geometry", point)) }
            if let point = try degrees { found.append(("lon and lat", point)) }
            guard let first = found.first else { return nil }
            for other in found.dropFirst() {
                let distance = first.point.distance(to: other.point)
                guard distance <= Self.tolerance else {
                    throw .inspection(.apart(Int(distance.rounded()), first.name, other.name), row.place)
                }
            }
            return (Int(first.point.x.rounded()), Int(first.point.y.rounded()))
        }
    }

    private var metres: RDPoint? {
        get throws(ImportError) {
            let (first, second) = (row["rd_x"], row["rd_y"])
            if let x = Int(first.trimmed), let y = Int(second.trimmed), RDPoint.northings.contains(x),
                RDPoint.eastings.contains(y), !RDPoint.northings.contains(y)
            {
                throw .inspection(.swappedMetres(x: x, y: y), first.place)
            }
            try refuseDegrees(first, "rd_x")
            try refuseDegrees(second, "rd_y")
            let x = try first.number("rd_x", in: RDPoint.eastings)
            let y = try second.number("rd_y", in: RDPoint.northings)
            guard let x, let y else {
                if x != nil { throw .inspection(.halfPlace(missing: "rd_y"), second.place) }
                if y != nil { throw .inspection(.halfPlace(missing: "rd_x"), first.place) }
                return nil
            }
            let point = RDPoint(x: x, y: y)
            guard NetherlandsOutline.contains(point.wgs84) else {
                throw .inspection(.outside("\(x), \(y)", names: "rd_x and rd_y"), first.place)
            }
            return point
        }
    }

    private var geometry: RDPoint? {
        get throws(ImportError) {
            guard let geometry = row.geometry else { return nil }
            return try convert(geometry.longitude, geometry.latitude, "the coordinates", row.place)
        }
    }

    private var degrees: RDPoint? {
        get throws(ImportError) {
            let (first, second) = (row["lon"], row["lat"])
            let longitude = try first.degrees("lon")
            let latitude = try second.degrees("lat")
            guard let longitude, let latitude else {
                if longitude != nil { throw .inspection(.halfPlace(missing: "lat"), second.place) }
                if latitude != nil { throw .inspection(.halfPlace(missing: "lon"), first.place) }
                return nil
            }
            return try convert(longitude, latitude, "lon and lat", first.place)
        }
    }

    private func convert(
        _ longitude: Double,
        _ latitude: Double,
        _ names: String,
        _ place: Place
    ) throws(ImportError) -> RDPoint {
        let point = WGS84Point(latitude: latitude, longitude: longitude)
        if NetherlandsOutline.contains(point) { return RDPoint(point) }
        if NetherlandsOutline.contains(WGS84Point(latitude: longitude, longitude: latitude)) {
            throw .inspection(.swappedDegrees(longitude: longitude, latitude: latitude, names: names), place)
        }
        let text = "\(longitude), \(latitude)"
        guard abs(longitude) <= 180, abs(latitude) <= 90 else {
            throw .inspection(.metresForDegrees(text, names: names), place)
        }
        throw .inspection(.outside(text, names: names), place)
    }

    /// Refuses what reads as degrees in a column of metres: 5.387 or 52.155.
    private func refuseDegrees(_ field: Field, _ column: String) throws(ImportError) {
        let text = field.trimmed
        guard text.contains("."), let number = text.plainNumber, (3...8).contains(number) || (50...54).contains(number)
        else { return }
        throw .inspection(.degreesForMetres(text, column: column), field.place)
    }
}

extension Field {
    /// A number of degrees with a decimal point, or `nil` for an empty field.
    fileprivate func degrees(_ column: String) throws(ImportError) -> Double? {
        let text = trimmed
        guard !text.isEmpty else { return nil }
        guard let number = text.plainNumber else {
            throw .inspection(.unreadableDegrees(text, column: column), place)
        }
        return number
    }
}

extension String {
    /// A number in digits with at most one point and a minus; no exponent, no infinity.
    fileprivate var plainNumber: Double? {
        guard utf8.count <= 24,
            utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || [0x2D, 0x2E].contains($0) })
        else { return nil }
        return Double(self)
    }
}
