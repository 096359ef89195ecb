import AnalysisDomain
import AnalysisImport
import Scheme
import Testing

@Suite("Findings as GeoJSON")
struct FindingFeaturesTests {
    private let window = InspectionWindow(runStartedOn: day("2023-09-01"), today: day("2024-01-31"))

    private func read(_ text: String) throws -> Result<[DeliveredInspection], ImportError> {
        let codes = try shipped.get().findingCodes
        return Result { () throws(ImportError) in
            try InspectionFile.read(Array(text.utf8), codes: codes, window: window)
        }
    }

    private func refusal(_ text: String) throws -> Refusal {
        let result = try read(text)
        return try #require(Refusal { () throws(ImportError) in try result.get() })
    }

    /// A feature of a round by day.
    private func feature(
        _ geometry: String = "null",
        _ more: String = "",
        owner: String = "\"gemeente\""
    ) -> String {
        """
        {"type": "Feature", "geometry": \(geometry), "properties": {"ronde": "dag", "datum": "2023-10-05", \
        "categorie": "groen", "ernst": "rood", "omschrijving": "x", "eigenaar": \(owner)\(more)}}
        """
    }

    private func collection(_ features: String..., more: String = "") -> String {
        "{\"type\": \"FeatureCollection\"\(more), \"features\": [\(features.joined(separator: ", "))]}"
    }

    private func point(_ coordinates: String) -> String { "{\"type\": \"Point\", \"coordinates\": [\(coordinates)]}" }

    @Test("points become places on the Dutch grid, and properties are the columns of the table")
    func findings() throws {
        let text = collection(
            feature(point("5.401216, 52.052872"), ", \"termijn\": \"2023-12-01\", \"plaats\": \"Plein 1\""),
            feature("null", ", \"opgelost_op\": \"2023-10-06\", \"termijn\": null, \"objectnummer\": 211"),
            feature(point("5.401216, 52.052872, 3.5"), ", \"rd_x\": 155961, \"rd_y\": \"451618\"")
        )
        let rounds = try read("\u{FEFF}\n  " + text).get()
        #expect(rounds.map(\.findings.count) == [3])
        #expect(rounds[0].findings[0].due == day("2023-12-01") && rounds[0].findings[1].due == nil)
        #expect(rounds[0].findings[1].resolvedOn == day("2023-10-06"))
        #expect(rounds[0].texts.map(\.rdX) == [155_961, nil, 155_961])
        #expect(rounds[0].texts[0].place == "Plein 1" && rounds[0].texts[1].object == "211")
    }

    @Test("what an export adds is passed over")
    func derived() throws {
        let more =
            ", \"bevinding\": \"S1.1\", \"meting\": 0, \"status\": \"open\", \"dagen_open\": 3, \"dagen_te_laat\": 0"
        #expect(try read(collection(feature("null", more))).get().map(\.findings.count) == [1])
    }

    @Test("a faulty feature is refused with its number and the property")
    func features() throws {
        let cases: [(String, String)] = [
            (feature("null", "", owner: "\"Jan\""), "feature 2: \u{201c}Jan\u{201d} is no eigenaar"),
            (feature("null", "", owner: "null"), "feature 2: \u{201c}eigenaar\u{201d} is empty"),
            (feature("null", "", owner: "true"), "feature 2: the property \u{201c}eigenaar\u{201d} is neither a text"),
            (
                feature("null", ", \"termijn\": \"1-12-2023\""),
                "feature 2: \u{201c}1-12-2023\u{201d} in \u{201c}termijn\u{201d}"
            ),
            (feature("null", ", \"naam\": \"x\""), "feature 2: the property \u{201c}naam\u{201d} is not known"),
            (feature(point("52.052872, 5.401216")), "feature 2: the coordinates 52.052872, 5.401216 are swapped"),
            (feature(point("155961, 451618")), "feature 2: the coordinates hold 155961.0, 451618.0, which are metres"),
            (
                feature(point("4.3517, 50.8503")),
                "feature 2: the coordinates 4.3517, 50.8503 lie outside the Netherlands"
            ),
            (feature(point("\"5.4\", 52.05")), "feature 2: \u{201c}coordinates\u{201d} must be a longitude"),
            (feature(point("5.4")), "feature 2: \u{201c}coordinates\u{201d} must be"),
            (
                feature("{\"type\": \"LineString\", \"coordinates\": [[5.4, 52.0], [5.5, 52.1]]}"),
                "feature 2: a finding lies at a Point and this is a LineString"
            ),
            (
                feature(point("5.401216, 52.052872"), ", \"rd_x\": 155961, \"rd_y\": 451718"),
                "feature 2: the place by rd_x and rd_y and the one by the geometry lie 100 m apart"
            ),
            ("{\"type\": \"Punt\"}", "feature 2: this is no Feature"), ("3", "feature 2: this is no Feature"),
        ]
        for (bad, words) in cases {
            let refusal = try refusal(collection(feature(), bad))
            #expect(refusal.sentence.hasPrefix(words), "\(refusal.sentence)")
            #expect(refusal.place == "whole file")
        }
    }

    @Test("a dark round in the light names the feature that tells when it began")
    func light() throws {
        let dark = feature("null", ", \"begin\": \"15:30\"").replacing("dag", with: "donker")
            .replacing("2023-10-05", with: "2023-11-14")
        let refusal = try refusal(collection(feature(), dark))
        #expect(refusal.sentence.hasPrefix("feature 2: a dark round cannot begin at 15:30 on 2023-11-14"))
    }

    @Test("what is no collection of points in WGS84 is refused as a whole")
    func files() throws {
        let crs = ", \"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:EPSG::28992\"}}"
        #expect(try refusal(collection(feature(), more: crs)).sentence.contains("is in urn:ogc:def:crs:EPSG::28992"))
        let own = ", \"crs\": {\"type\": \"name\", \"properties\": {\"name\": \"urn:ogc:def:crs:OGC:1.3:CRS84\"}}"
        #expect(try read(collection(feature(), more: own)).get().count == 1)
        #expect(try refusal(feature()).sentence.contains("is a GeoJSON Feature and not a FeatureCollection"))
        #expect(try refusal("{}").sentence.contains("without a type"))
        #expect(try refusal(collection()).sentence.contains("has no features"))
        #expect(try refusal("{\"type\": \"FeatureCollection\", ").sentence.contains("begins as JSON does and is none"))
        let deep = String(repeating: "{\"a\":", count: 100) + "1" + String(repeating: "}", count: 100)
        #expect(try refusal(deep).sentence.contains("begins as JSON does and is none"))
    }
}
