import Geography
import Testing

@Suite("Places in RD New and WGS84")
struct ConversionTests {
    /// The control points of RDNAPTRANS2008 (Kadaster and Rijkswaterstaat): latitude, longitude (ETRS89), x, y.
    private static let controls: [(name: String, latitude: Double, longitude: Double, x: Double, y: Double)] = [
        ("Texel", 53.160753042, 4.824761912, 117380.1200, 575040.3400),
        ("Noord-Groningen", 53.419482050, 6.776726674, 247380.5600, 604580.7800),
        ("Amersfoort", 52.155172897, 5.387203657, 155000.0000, 463000.0000),
        ("Zeeuws-Vlaanderen", 51.368607152, 3.397588595, 16460.9100, 377380.2300),
        ("Zuid-Limburg", 50.792584916, 5.773795548, 182260.4500, 311480.6700),
        ("Maasvlakte", 51.947393898, 4.072887101, 64640.8900, 440700.0101),
    ]

    @Test("agree with the control points of RDNAPTRANS to half a metre, in both directions", arguments: 0..<6)
    func controlPoints(index: Int) {
        let control = Self.controls[index]
        let known = RDPoint(x: control.x, y: control.y)
        let place = WGS84Point(latitude: control.latitude, longitude: control.longitude)
        #expect(RDPoint(place).distance(to: known) < 0.5, "\(control.name)")
        // What the way back gives is measured on the grid, where a metre is a metre.
        #expect(RDPoint(known.wgs84).distance(to: RDPoint(place)) < 0.5, "\(control.name)")
    }

    @Test("Amersfoort is the origin of both polynomials")
    func origin() {
        let tower = RDPoint(x: 155_000, y: 463_000)
        #expect(tower.wgs84 == WGS84Point(latitude: 52.15517440, longitude: 5.38720621))
        #expect(RDPoint(WGS84Point(latitude: 52.15517440, longitude: 5.38720621)) == tower)
    }

    @Test("come back to the same centimetre, all over the country")
    func roundTrip() {
        var (farthest, count) = (0.0, 0)
        for x in stride(from: 10_000, through: 280_000, by: 10_000) {
            for y in stride(from: 305_000, through: 620_000, by: 10_000) {
                let point = RDPoint(x: x, y: y)
                guard NetherlandsOutline.contains(point.wgs84) else { continue }
                farthest = max(farthest, RDPoint(point.wgs84).distance(to: point))
                count += 1
            }
        }
        #expect(farthest < 0.01)
        #expect(count > 350)
    }

    @Test(
        "a place in the country lies within the outline",
        arguments: [
            ("Doorn", 52.033, 5.346), ("Cadzand", 51.368, 3.408), ("Sluis", 51.308, 3.386), ("Koewacht", 51.231, 3.97),
            ("Domburg", 51.563, 3.495), ("Maasvlakte", 51.96, 3.98), ("Den Helder", 52.96, 4.76),
            ("Vlieland", 53.296, 5.07),
            ("Schiermonnikoog", 53.479, 6.16), ("Rottumeroog", 53.55, 6.58), ("Eemshaven", 53.45, 6.83),
            ("Bad Nieuweschans", 53.18, 7.21), ("Ter Apel", 52.876, 7.06), ("Coevorden", 52.661, 6.741),
            ("Losser", 52.262, 7.004), ("Winterswijk", 51.972, 6.72), ("Dinxperlo", 51.864, 6.49),
            ("Tolkamer", 51.853, 6.10),
            ("Venlo", 51.37, 6.17), ("Sittard", 51.00, 5.87), ("Kerkrade", 50.866, 6.066), ("Vaals", 50.771, 6.018),
            ("Eijsden", 50.778, 5.707), ("Maastricht", 50.851, 5.69), ("Weert", 51.251, 5.706),
            ("Reusel", 51.36, 5.163),
            ("Baarle-Nassau", 51.446, 4.929), ("Ossendrecht", 51.393, 4.327),
        ] as [(String, Double, Double)]
    )
    func inside(name: String, latitude: Double, longitude: Double) {
        #expect(NetherlandsOutline.contains(WGS84Point(latitude: latitude, longitude: longitude)))
    }

    @Test(
        "a place abroad does not",
        arguments: [
            ("Antwerpen", 51.22, 4.40), ("Gent", 51.05, 3.72), ("Brussel", 50.85, 4.35), ("Hasselt", 50.93, 5.34),
            ("Luik", 50.63, 5.57), ("Turnhout", 51.32, 4.94), ("Keulen", 50.94, 6.96), ("D\u{fc}sseldorf", 51.23, 6.78),
            ("M\u{fc}nster", 51.96, 7.63), ("Leer", 53.23, 7.45), ("Londen", 51.5, -0.12),
            ("Golf van Guinee", 0.0, 0.0),
            ("Willemstad", 12.11, -68.93),
        ] as [(String, Double, Double)]
    )
    func outside(name: String, latitude: Double, longitude: Double) {
        #expect(!NetherlandsOutline.contains(WGS84Point(latitude: latitude, longitude: longitude)))
    }

    @Test("the middle of places is their mean, and of none there is none")
    func middle() {
        #expect(RDPoint.middle(of: []) == nil)
        let points = [RDPoint(x: 100, y: 300_000), RDPoint(x: 200, y: 300_100)]
        #expect(RDPoint.middle(of: points) == RDPoint(x: 150, y: 300_050))
        #expect(points[0].distance(to: points[1]) == 20_000.0.squareRoot())
    }
}
