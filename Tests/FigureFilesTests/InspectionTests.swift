import FigureFiles
import Foundation
import Testing

@Suite("Inspection of a file of figures")
struct InspectionTests {
    @Test("levels, months and years are told apart, and what is withheld everywhere is named")
    func mixed() throws {
        let rows = [
            "\"0.0.0 \";\"NL00      \";\"2023JJ00\";9", "\"0.0.0 \";\"GM1581    \";\"2023MM01\";5",
            "\"0.0.0 \";\"WK158100  \";\"2023MM01\";4", "\"1.4.1 \";\"BU15810000\";\"2023MM02\";",
            "\"0.0.0 \";\"BU00000000\";\"2023MM01\";1",
        ]
        let text = odataHeader + rows.enumerated().map { "\($0);\($1)\n" }.joined()
        let inspection = try FigureInspector.inspect(Array(text.utf8))
        #expect(inspection.layout == .odata && inspection.rows == 5 && inspection.regions == 5)
        #expect(inspection.crimeTypes == 2 && inspection.withheld == 1 && inspection.sum == 19)
        #expect(inspection.withheldTypes == ["1.4.1"] && inspection.otherColumns == ["ID"])
        #expect(
            inspection.periods
                == FigureInspection.Periods(first: "2023-01", last: "2023-02", count: 3, months: 2, years: 1)
        )
        #expect(
            inspection.levels
                == [("NL", 1), ("GM", 1), ("WK", 1), ("BU", 2)].map {
                    FigureInspection.Level(level: $0.0, regions: $0.1)
                }
        )
        #expect(
            inspection.warnings == [
                "the table is not complete: 2 types, 5 regions and 3 periods make 30 counts, 25 of them are missing.",
                "regions of 4 levels stand in one column; never add them up.",
                "months and whole years stand in one column; never add them up.",
                "BU00000000 stand for unknown places and belong to no area.",
            ]
        )
    }

    @Test("pieces give the same inspection as the whole")
    func pieces() throws {
        let rows = (1...2_000).map { "2.5.\($0 % 9);20\(10 + $0 / 200) mei;Buurt \($0);\($0)\n" }.joined()
        let bytes = Array((portalHeader + rows).utf8)
        var rest = bytes[...]
        let cut = try FigureInspector.inspect { () -> [UInt8]? in
            defer { rest = rest.dropFirst(1_000) }
            return rest.isEmpty ? nil : Array(rest.prefix(1_000))
        }
        let whole = try FigureInspector.inspect(bytes)
        #expect(cut == whole && bytes.count > 40_000)
    }

    /// The police's export lies in a folder beside the repository, or where KEURMERK_SHARED says.
    private static let export: URL = {
        let beside = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared")
        let folder = ProcessInfo.processInfo.environment["KEURMERK_SHARED"].map { URL(filePath: $0) } ?? beside
        return folder.appending(path: "data/politie/47022NED-utrechtse-heuvelrug-2022-12-2023-11.csv")
    }()

    @Test(
        "the police's export of Utrechtse Heuvelrug has exactly what was counted in it",
        .enabled(
            if: FileManager.default.fileExists(atPath: export.path),
            "skipped: there is no ../shared with the police's export, and KEURMERK_SHARED names none"
        )
    )
    func policeExport() throws {
        let inspection = try FigureInspector.inspect(Array(try Data(contentsOf: Self.export)))
        #expect(inspection.layout == .portal && inspection.rows == 27_612)
        #expect(inspection.crimeTypes == 59 && inspection.regions == 39)
        #expect(
            inspection.periods
                == FigureInspection.Periods(first: "2022-12", last: "2023-11", count: 12, months: 12, years: 0)
        )
        #expect(inspection.withheld == 1_872 && inspection.withheldTypes == ["1.4.1", "3.2.1", "3.2.2", "3.7.3"])
        #expect(inspection.sum == 8_705 && inspection.warnings.isEmpty)
    }
}
