import FigureFiles
import Testing

@Suite("Layouts of figures")
struct LayoutTests {
    private static let three = ["2.5.2 | Doorn-Centrum | 2023-05 | 3"]

    @Test(
        "every variant of the portal's file gives the same cell",
        arguments: [
            "\u{FEFF}" + portalHeader + "\"2.5.2 Winkeldiefstal\";\"2023 mei\";\"Doorn-Centrum\";3\n",
            portalHeader + "\"2.5.2 Winkeldiefstal\";\"2023 mei\";\"Doorn-Centrum\";\"       3\"\n",
            portalHeader + "2.5.2 Winkeldiefstal;2023 mei;Doorn-Centrum;   3\n",
            (portalHeader + "\"2.5.2 Winkeldiefstal\";\"2023 mei\";\"Doorn-Centrum\";3\n")
                .replacing("\n", with: "\r\n"),
            portalHeader.replacing(";", with: ",") + "\"2.5.2 Winkeldiefstal\",\"2023 mei\",\"Doorn-Centrum\",3\n",
            portalHeader.replacing(";", with: "\t") + "2.5.2 Winkeldiefstal\t2023 mei\tDoorn-Centrum\t3\n",
            "Plaatsen;Geregistreerde misdrijven (aantal);Bron;Perioden;Soort misdrijf\n"
                + "Doorn-Centrum;3;\"Politie; CBS\";2023 mei;2.5.2 Winkeldiefstal\n",
            "Wijken en buurten;Perioden;Soort misdrijf;Geregistreerde misdrijven (aantal)\n"
                + "Doorn-Centrum;2023MM05;\"2.5.2 \";3\n",
            "WIJKEN EN BUURTEN;perioden ;Soort misdrijf;Geregistreerde misdrijven (aantal)\n"
                + "Doorn-Centrum;2023-05;2.5.2;3\n",
        ]
    )
    func portal(text: String) throws {
        let file = try read(text)
        #expect(file.layout == .portal && file.cells == Self.three && file.warnings.isEmpty)
    }

    @Test("a table by place takes the place for the region, and years for periods")
    func places() throws {
        let file = try read(
            "\"Plaatsen\";\"Soort misdrijf\";\"Perioden\";\"Geregistreerde misdrijven (aantal)\"\n"
                + "\"Doorn\";\"Totaal misdrijven\";\"2024\";\"     120\"\n"
                + "\"Doorn\";\"1.4.1 Zedenmisdrijf\";\"2024\";\"       .\"\n"
        )
        #expect(file.cells == ["0.0.0 | Doorn | 2024 | 120", "1.4.1 | Doorn | 2024 | withheld"])
    }

    @Test("blank, dot and padded dot are withheld, and 0 is 0", arguments: ["", ".", "\"\"", "\"       .\"", "\".\""])
    func withheld(count: String) throws {
        let row = { (count: String, month: String) in "1.4.1 Zedenmisdrijf;2023 \(month);Doorn;\(count)\n" }
        let file = try read(portalHeader + row(count, "mei") + row("0", "juni"))
        #expect(file.cells == ["1.4.1 | Doorn | 2023-05 | withheld", "1.4.1 | Doorn | 2023-06 | 0"])
    }

    @Test("all twelve Dutch months are read")
    func months() throws {
        let rows = TablePeriod.monthNames.map { "2.5.2;2023 \($0);Doorn;1\n" }.joined()
        let file = try read(portalHeader + rows)
        #expect(file.cells.map { $0.split(separator: " | ")[2] } == (1...12).map { "2023-\($0 < 10 ? "0" : "")\($0)" })
    }

    @Test(
        "OData as CSV is read typed and untyped, its padded keys trimmed",
        arguments: [
            "0;\"2.5.2 \";\"BU15810000\";\"2023MM05\";3\n1;\"2.5.2 \";\"GM1581    \";\"2023JJ00\";\n",
            "0;\"2.5.2 \";\"BU15810000\";\"2023MM05\";\"       3\"\n"
                + "1;\"2.5.2 \";\"GM1581    \";\"2023JJ00\";\"       .\"\n",
        ]
    )
    func odata(rows: String) throws {
        let file = try read(odataHeader + rows)
        #expect(file.layout == .odata)
        #expect(file.cells == ["2.5.2 | BU15810000 | 2023-05 | 3", "2.5.2 | GM1581 | 2023 | withheld"])
    }

    @Test(
        "OData as JSON is read typed and untyped, with and without what stands around the rows",
        arguments: [
            ("{\"odata.metadata\":\"https://example.org/$metadata\",\"value\":[", "3", "null", "]}"),
            (
                "{\"odata.metadata\":{\"a\":[1,{}]},\"value\":[\n ", "\"       3\"", "\"       .\"",
                "],\"odata.nextLink\":\"x\"}"
            ),
            ("[", "3", "\".\"", "]"),
        ]
    )
    func json(head: String, three: String, withheld: String, tail: String) throws {
        let row = { (region: String, period: String, count: String) in
            "{\"ID\":0,\"SoortMisdrijf\":\"2.5.2 \",\"WijkenEnBuurten\":\"\(region)\",\"Perioden\":\"\(period)\","
                + "\"GeregistreerdeMisdrijven_1\":\(count),\"Gemeentenaam_2\":\"D\\u00f6orn\"}"
        }
        let rows = row("BU15810000", "2023MM05", three) + ",\n" + row("GM1581    ", "2023JJ00", withheld)
        let file = try read(head + rows + tail)
        #expect(file.layout == .odataJSON)
        #expect(file.cells == ["2.5.2 | BU15810000 | 2023-05 | 3", "2.5.2 | GM1581 | 2023 | withheld"])
    }

    @Test("a table for an area needs no regions, and may call them areas")
    func areaTable() throws {
        let bare = try read("soort misdrijf;periode;aantal\n2.5.2 Winkeldiefstal;2023 mei;3\n")
        #expect(bare.layout == .areaTable && bare.cells == ["2.5.2 |  | 2023-05 | 3"])
        let named = try read("Gebied,Soort,Periode,Aantal\nDe Paal,Winkeldiefstal,2023,3\n")
        #expect(named.layout == .areaTable && named.cells == ["Winkeldiefstal | De Paal | 2023 | 3"])
    }

    @Test("a table for an area may have a column for each period")
    func wideTable() throws {
        let file = try read("Soort misdrijf;2022;2023\n2.5.2 Winkeldiefstal;4;.\n2.5.1 Inbraak;;0\n")
        #expect(file.layout == .areaTableWide)
        #expect(
            file.cells == [
                "2.5.2 |  | 2022 | 4", "2.5.2 |  | 2023 | withheld", "2.5.1 |  | 2022 | withheld",
                "2.5.1 |  | 2023 | 0",
            ]
        )
    }

    @Test("incidents of the fire brigade are one cell each, by their finest class or their own kind")
    func incidents() throws {
        let file = try read(
            "incident_id;start_tijd                   ;incident_type;landelijke_meldingsclassificatie_niveau1;"
                + "landelijke_meldingsclassificatie_niveau2;landelijke_meldingsclassificatie_niveau3;buurt\n"
                + "1 ;2009/12/07 20:01:50.000000000;OMS / automatische melding ;Alarm;Autom. brand;Autom. brand OMS;De Paal\n"
                + "2 ;2009/12/31 01:00:00.000000000;Liftopsluiting             ;;;;De Paal\n"
                + "3 ;2010-01-02;;;;;De Paal\n"
        )
        #expect(file.layout == .fireIncidents)
        #expect(
            file.cells == [
                "Autom. brand OMS | De Paal | 2009-12 | 1", "Liftopsluiting | De Paal | 2009-12 | 1",
                "overig | De Paal | 2010-01 | 1",
            ]
        )
        #expect(file.warnings == ["incidents without a classification count as overig: 1."])
    }

    @Test("incidents with the codes of the control rooms keep the code")
    func codes() throws {
        let file = try read("datum;lmc;buurt\n2023-05-01;brgb05;De Paal\n2023-05-02;XY12;De Paal\n")
        #expect(file.cells == ["brgb05 | De Paal | 2023-05 | 1", "XY12 | De Paal | 2023-05 | 1"])
    }

    @Test("counts of the fire brigade by month and category are recognised")
    func fireCounts() throws {
        let file = try read("periode;categorie;aantal\n2026-11;gebouwbrand;2\n")
        #expect(file.layout == .fireCounts && file.cells == ["gebouwbrand |  | 2026-11 | 2"])
    }

    @Test("a quoted field may hold the delimiter, doubled quotes and a line break", arguments: [1, 7, 64, Int.max])
    func quoting(pieces: Int) throws {
        let file = try read(
            portalHeader
                + "\"2.5.2 Winkel \"\"diefstal\"\"\";2023 mei;\"Aan de; lijn\nTwee\";3\n2.5.1;2023 mei;Doorn;1",
            pieces: pieces
        )
        #expect(file.cells == ["2.5.2 | Aan de; lijn\nTwee | 2023-05 | 3", "2.5.1 | Doorn | 2023-05 | 1"])
    }

    @Test("the pieces in which a file comes make no difference", arguments: [1, 2, 3, 5, 11, 50])
    func pieces(size: Int) throws {
        let text =
            "\u{FEFF}" + portalHeader.replacing("\n", with: "\r\n")
            + "\"Totaal misdrijven\";\"2023 mei\";\"Doorn\";12\r\n2.5.2;2023 juni;Doorn;\r\n2.5.2;2023 juli;Elst;0\r\n"
        let (whole, cut) = (try read(text), try read(text, pieces: size))
        #expect(whole.cells.count == 3 && whole.cells == cut.cells && whole.warnings == cut.warnings)
    }
}
