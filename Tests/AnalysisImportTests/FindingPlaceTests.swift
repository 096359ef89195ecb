import AnalysisDomain
import AnalysisImport
import Geography
import Scheme
import Testing

@Suite("The extra columns of an inspection file")
struct FindingPlaceTests {
    private let window = InspectionWindow(runStartedOn: day("2023-09-01"), today: day("2024-01-31"))

    /// Reads one round in the dark: the extra columns and rows with their values.
    private func read(
        _ columns: String,
        _ rows: [String],
        kind: AreaKind = .businessPark
    ) throws -> Result<[DeliveredInspection], ImportError> {
        let codes = try shipped.get().findingCodes
        let guide = try InspectionGuide.shipped()
        let text =
            (["ronde;datum;categorie;ernst;omschrijving;eigenaar;\(columns)"]
            + rows.map { "donker;2023-11-14;verlichting;rood;x;gemeente;\($0)" }).joined(separator: "\n")
        return Result { () throws(ImportError) in
            try InspectionFile.read(Array(text.utf8), codes: codes, window: window, guide: guide, kind: kind)
        }
    }

    private func refusal(_ columns: String, _ rows: String..., kind: AreaKind = .businessPark) throws -> Refusal {
        let result = try read(columns, rows, kind: kind)
        return try #require(Refusal { () throws(ImportError) in try result.get() })
    }

    @Test("a place in degrees becomes the same place on the Dutch grid")
    func degrees() throws {
        let rounds = try read("lon;lat", ["5.401216;52.052872", ";"]).get()
        #expect(rounds[0].texts[0].rdX == 155_961 && rounds[0].texts[0].rdY == 451_618)
        #expect(rounds[0].texts[1].rdX == nil && rounds[0].texts[1].rdY == nil)
        let place = try #require(rounds[0].place)
        #expect(abs(place.latitude - 52.052872) < 1e-5 && abs(place.longitude - 5.401216) < 1e-5)
    }

    @Test("both systems may be given when they tell the same place")
    func both() throws {
        let columns = "rd_x;rd_y;lon;lat"
        let rounds = try read(columns, ["155961;451618;5.401216;52.052872"]).get()
        #expect(rounds[0].texts[0].rdX == 155_961)
        let apart = try refusal(columns, "155961;451718;5.401216;52.052872")
        let apartness = "the place by rd_x and rd_y and the one by lon and lat lie 100 m apart; leave one of them out."
        #expect(apart.sentence == apartness)
    }

    @Test(
        "a place that cannot be meant is refused with what was probably meant",
        arguments: [
            ("lon;lat", "52.052872;5.401216", "2:47", "are swapped: longitude comes first"),
            ("lon;lat", "155961;451618", "2:47", "which are metres of the Dutch grid (RD New)"),
            ("lon;lat", "4.3517;50.8503", "2:47", "lon and lat 4.3517, 50.8503 lie outside the Netherlands"),
            ("lon;lat", "0;0", "2:47", "lie outside the Netherlands"),
            ("lon;lat", "5,401216;52,052872", "2:47", "is no number of degrees; write it with a point"),
            ("lon;lat", "5.4e0;52.05", "2:47", "is no number of degrees"),
            ("lon;lat", "nan;52.05", "2:47", "is no number of degrees"),
            ("lon;lat", "5.401216;", "2:56", "\u{201c}lat\u{201d} is empty and its counterpart is filled"),
            ("rd_x;rd_y", "451618;155961", "2:47", "are swapped: the northing of a place"),
            ("rd_x;rd_y", "5.401216;52.052872", "2:47", "are degrees; put them in \u{201c}lon\u{201d}"),
            ("rd_x;rd_y", "155961;", "2:54", "\u{201c}rd_y\u{201d} is empty"),
            ("rd_x;rd_y", ";451618", "2:47", "\u{201c}rd_x\u{201d} is empty"),
            ("rd_x;rd_y", "1000;300000", "2:47", "rd_x and rd_y 1000, 300000 lie outside the Netherlands"),
            ("rd_x;rd_y", "155961;700000", "2:54", "is not a whole number from 289000 to 629000"),
        ]
    )
    func places(columns: String, row: String, place: String, words: String) throws {
        let refusal = try refusal(columns, row)
        #expect(refusal.place == place && refusal.sentence.contains(words), "\(refusal.place) \(refusal.sentence)")
    }

    @Test("times of a round stand in any of its rows")
    func times() throws {
        let rounds = try read("begin;einde;rd_x;rd_y", [";;;", "19:00;21:30;155961;451618", "19:00;;;"]).get()
        #expect(rounds[0].hours == RoundHours(begin: made(ClockTime("19:00")), end: ClockTime("21:30")))
        #expect(try read("begin;einde", [";"]).get()[0].hours == nil)
    }

    @Test(
        "times that cannot be are refused at their place",
        arguments: [
            ("7 uur;", "", "2:47", "\u{201c}7 uur\u{201d} in \u{201c}begin\u{201d} is not a time such as 19:30"),
            (";21:30", "", "2:48", "\u{201c}einde\u{201d} is filled and \u{201c}begin\u{201d} is not"),
            ("19:00;18:00", "", "2:47", "takes more than 12 hours"),
            ("19:00;", "19:30;", "3:47", "is 19:30 here and 19:00 in an earlier row"),
            ("15:30;", "", "2:47", "even where it is dark longest in the Netherlands the sun rose at"),
            ("22:00;09:30", "", "2:53", "a dark round cannot end at 09:30 on 2023-11-15"),
        ]
    )
    func impossibleTimes(first: String, second: String, place: String, words: String) throws {
        let refusal =
            second.isEmpty ? try refusal("begin;einde", first) : try refusal("begin;einde", first, second)
        #expect(refusal.place == place && refusal.sentence.contains(words), "\(refusal.place) \(refusal.sentence)")
    }

    @Test("a dark round that began before sunset is refused with the time of sunset at the place of its findings")
    func light() throws {
        let refusal = try refusal("begin;rd_x;rd_y", ";155961;451618", "16:30;156248;451757")
        #expect(refusal.place == "3:47")
        #expect(refusal.sentence.contains("there (52.05 N 5.40 E) the sun rose at 07:56 and set at 16:49"))
    }

    @Test("participants of all rows of a round walked along, each once")
    func participants() throws {
        let rounds = try read("deelnemers", ["gemeente-uh, politie-mn", "politie-mn kvk:12345678", ""]).get()
        #expect(rounds[0].participants.map(\.text) == ["gemeente-uh", "politie-mn", "kvk:12345678"])
        #expect(try refusal("deelnemers", "gemeente-uh,Jan Jansen").sentence.contains("\u{201c}Jan\u{201d}"))
    }

    @Test("photo, object and report are kept as they are named")
    func references() throws {
        let text = try read("foto;objectnummer;meldingsnummer", ["IMG_0211.JPG;V-0211;2023/00123"]).get()[0].texts[0]
        #expect(text.photo == "IMG_0211.JPG" && text.object == "V-0211" && text.report == "2023/00123")
        for photo in ["../a.jpg", "a b.jpg", ".jpg", "a.exe", "map/a.jpg", "C:\\a.jpg"] {
            #expect(try refusal("foto", photo).sentence.contains("is not the name of a photo file"), "\(photo)")
        }
        #expect(try refusal("objectnummer", "lamp van Jan").sentence.contains("is no number"))
    }

    @Test("a point is looked up in the checklist for the kind of area, with its category")
    func checklist() throws {
        let text = try read("punt", ["licht-3"]).get()[0].texts[0]
        #expect(text.point == "licht-3" && text.checklist == "schouw-b-1")
        #expect(try read("checklist;punt", ["schouw-b-1;licht-1"]).get()[0].texts[0].checklist == "schouw-b-1")
        #expect(try read("checklist;punt", ["schouw-b-1;"]).get()[0].texts[0].checklist == nil)
        #expect(try refusal("punt", "licht-4").sentence.contains("is no punt of checklist schouw-b-1"))
        #expect(try refusal("punt", "groen-1").sentence.contains("punt groen-1 is about \u{201c}groen\u{201d}"))
        #expect(try refusal("checklist", "schouw-x").sentence.contains("choose one of \u{201c}schouw-b-1\u{201d}."))
        let other = try refusal("checklist", "schouw-b-1", kind: .shoppingArea)
        #expect(other.sentence.contains("checklist schouw-b-1 is for a bedrijventerrein"))
    }

    @Test("a file without the new columns, and one without a place at all, are read as before")
    func fewColumns() throws {
        let codes = try shipped.get().findingCodes
        let text = "eigenaar;omschrijving;ernst;categorie;datum;ronde\ngemeente;x;rood;groen;2023-10-05;dag\n"
        let rounds = try InspectionFile.read(Array(text.utf8), codes: codes, window: window)
        #expect(rounds[0].texts == [FindingText(description: "x", place: "", rdX: nil, rdY: nil)])
        #expect(rounds[0].place == nil && rounds[0].participants.isEmpty)
    }

    @Test("every category of the checklists is one that a finding may have, and every owner too")
    func lists() throws {
        let codes = try shipped.get().findingCodes
        let guide = try InspectionGuide.shipped()
        #expect(Set(guide.checklists.map(\.kind)) == [.businessPark, .shoppingArea])
        for list in guide.checklists {
            #expect(Set(list.points.map(\.id)).count == list.points.count, "\(list.id) has a point twice")
            #expect(Set(list.points.map(\.category)) == Set(codes.categories), "\(list.id) has all categories")
            for point in list.points { #expect(Set(point.owners).isSubset(of: codes.owners), "\(point.id)") }
        }
        #expect(guide.terms.map(\.severity) == codes.severities)
    }
}
