import Testing

@testable import Statistics

@Suite("Places")
struct SpaceTests {
    private static let places = [(0, 0), (1, 0), (0, 1), (1, 1), (5, 5), (5, 6), (6, 5), (9, 0), (2, 1)].map {
        Place(x: Double($0.0), y: Double($0.1))
    }

    @Test("the density of one event adds up to one event over the ground", arguments: KernelDensity.allCases)
    func total(_ kernel: KernelDensity) throws {
        var sum = 0.0
        for column in -60...60 {
            for row in -60...60 {
                let place = Place(x: Double(column) / 4, y: Double(row) / 4)
                sum += try density(of: [Place(x: 0.1, y: 0)], at: place, bandwidth: 2, kernel: kernel) / 16
            }
        }
        #expect(agrees(sum, 1, absolute: 2e-3))
    }

    @Test("the density is highest at the event, and the quartic kernel ends at its bandwidth")
    func shape() throws {
        let event = [Place(x: 0, y: 0)]
        func value(_ x: Double, _ kernel: KernelDensity) throws -> Double {
            try density(of: event, at: Place(x: x, y: 0), bandwidth: 2, kernel: kernel)
        }
        #expect(agrees(try value(0, .quartic), 3 / (4 * .pi)))
        #expect(try value(1.9, .quartic) > 0)
        #expect(try value(2, .quartic) == 0)
        #expect(try value(0, .gauss) > value(1, .gauss))
        #expect(try density(of: [], at: event[0], bandwidth: 2, kernel: .gauss) == 0)
        #expect(throws: StatisticsError.self) { try density(of: event, at: event[0], bandwidth: 0, kernel: .gauss) }
    }

    @Test("hot spots do not depend on unit or origin of the values or the place of the map")
    func hotSpots() throws {
        let values: [Double] = [2, 3, 3.2, 5, 8, 7, 1, 1, 4]
        let base = try giStar(places: Self.places, values: values, band: 2)
        let moved = try giStar(
            places: Self.places.map { Place(x: 10 * $0.x + 155_000, y: 10 * $0.y + 463_000) },
            values: values.map { 3 * $0 + 100 },
            band: 20
        )
        for (one, other) in zip(base, moved) { #expect(agrees(try #require(one), try #require(other))) }
        let turned = try giStar(places: Self.places, values: values.map { -$0 }, band: 2)
        for (one, other) in zip(base, turned) { #expect(agrees(try #require(one), -(try #require(other)))) }
    }

    @Test("equal values, and a band around everything, have no hot spots")
    func noHotSpots() throws {
        #expect(try giStar(places: Self.places, values: Self.places.map { _ in 3 }, band: 2).allSatisfy { $0 == nil })
        #expect(try giStar(places: Self.places, values: Self.places.map(\.x), band: 99).allSatisfy { $0 == nil })
        #expect(try giStar(places: [], values: [], band: 1).isEmpty)
        #expect(throws: StatisticsError.self) { try giStar(places: Self.places, values: [1], band: 1) }
    }

    @Test("clusters are numbered as their first cores are met, in whatever order the places come")
    func clusters() throws {
        #expect(try dbscan(Self.places, radius: 1.5, minimum: 3) == [0, 0, 0, 0, 1, 1, 1, -1, 0])
        #expect(try dbscan(Self.places.reversed(), radius: 1.5, minimum: 3) == [0, -1, 1, 1, 1, 0, 0, 0, 0])
        #expect(try dbscan(Self.places, radius: 1.5, minimum: 1) == [0, 0, 0, 0, 1, 1, 1, 2, 0])
        #expect(try dbscan(Self.places, radius: 0.5, minimum: 2).allSatisfy { $0 == -1 })
        #expect(try dbscan([], radius: 1, minimum: 1).isEmpty)
        #expect(throws: StatisticsError.self) { try dbscan(Self.places, radius: 0, minimum: 1) }
    }

    @Test("a place at exactly the radius is within it, and a border place belongs to the first cluster")
    func border() throws {
        // Two cores share the place in the middle, which is no core itself.
        let line = [0.0, 1, 1.5, 4.5, 7.5, 8, 9].map { Place(x: $0, y: 0) }
        #expect(try dbscan(line, radius: 3, minimum: 4) == [0, 0, 0, 0, 1, 1, 1])
        let pair = [Place(x: 0, y: 0), Place(x: 3, y: 4)]
        #expect(try dbscan(pair, radius: 5, minimum: 2) == [0, 0])
        #expect(try dbscan(pair, radius: 5.nextDown, minimum: 2) == [-1, -1])
    }

    @Test("pairs at exactly the bounds are close, and the pairs do not depend on the order of events")
    func pairs() throws {
        let two = try knox(
            places: [Place(x: 0, y: 0), Place(x: 0, y: 100)],
            times: [0, 3],
            distance: 100,
            duration: 3
        )
        #expect(two.closeInBoth == 1 && two.pairs == 1)
        #expect(two.ratio == 1)
        let times: [Double] = [1, 2, 9, 3, 4, 5, 20, 6, 2]
        let forth = try knox(places: Self.places, times: times, distance: 1.5, duration: 2)
        let back = try knox(places: Self.places.reversed(), times: times.reversed(), distance: 1.5, duration: 2)
        #expect(forth == back)
        #expect(forth.closeInBoth <= min(forth.closeInSpace, forth.closeInTime))
    }

    @Test("without pairs nothing is expected; with none close there is no ratio")
    func noPairs() throws {
        let one = try knox(places: [Place(x: 0, y: 0)], times: [1], distance: 9, duration: 9)
        #expect(one.expected == nil && one.ratio == nil && one.pPoisson == nil)
        let apart = try knox(places: Self.places, times: Self.places.map { _ in 1 }, distance: 0, duration: 0)
        #expect(apart.expected == 0)
        #expect(apart.ratio == nil && apart.pPoisson == nil)
        #expect(throws: StatisticsError.self) { try knox(places: Self.places, times: [1], distance: 1, duration: 1) }
    }
}
