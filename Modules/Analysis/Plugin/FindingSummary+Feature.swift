import CloudEvents
import Contracts
import Geography
import Scheme

extension FindingSummary {
    /// Writes the finding as a feature of GeoJSON, its properties named as the columns of an inspection file.
    ///
    /// - Parameter words: The private words to tell with it; `nil` to keep them.
    /// - Returns: The feature, without a geometry for a finding without a place.
    func feature(words: FindingTextDocument?) -> FindingCollection.Feature {
        var properties: [String: JSONValue] = [
            "bevinding": .string(id.text), "meting": .integer(Int64(measurement)), "ronde": .string(kind.rawValue),
            "datum": .string("\(foundOn)"), "categorie": .string(category), "ernst": .string(severity),
            "eigenaar": .string(owner), "status": .string(status.rawValue), "dagen_open": .integer(Int64(daysOpen)),
            "dagen_te_laat": .integer(Int64(daysLate)),
        ]
        properties["termijn"] = due.map { .string("\($0)") }
        properties["uiterlijk"] = dueBy.map { .string("\($0)") }
        properties["opgelost_op"] = resolvedOn.map { .string("\($0)") }
        properties["rd_x"] = rdX.map { .integer(Int64($0)) }
        properties["rd_y"] = rdY.map { .integer(Int64($0)) }
        properties["punt"] = point.map(JSONValue.string)
        properties["checklist"] = checklist.map(JSONValue.string)
        properties["objectnummer"] = object.map(JSONValue.string)
        properties["meldingsnummer"] = report.map(JSONValue.string)
        if let words {
            properties["omschrijving"] = .string(words.description)
            properties["plaats"] = .string(words.place)
            properties["foto"] = words.photo.map(JSONValue.string)
        }
        return FindingCollection.Feature(geometry: position, properties: properties)
    }

    private var position: FindingCollection.Point? {
        guard let rdX, let rdY else { return nil }
        let place = RDPoint(x: rdX, y: rdY).wgs84
        return FindingCollection.Point(longitude: place.longitude, latitude: place.latitude)
    }
}
