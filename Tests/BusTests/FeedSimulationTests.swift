import Testing

@Suite("A feed over a bad network")
struct FeedSimulationTests {
    @Test("is applied once, in order and completely, whatever is lost", arguments: [0, 0.3, 1])
    func complete(liveLoss: Double) {
        var weather = FeedSimulation.Weather()
        weather.liveLoss = liveLoss
        var crashCount = 0
        for seed in UInt64(0)..<100 {
            var simulation = FeedSimulation(seed: seed, weather)
            simulation.run()
            #expect(simulation.violation == nil, "seed \(seed)")
            crashCount += simulation.crashCount
        }
        #expect(crashCount > 500)
    }

    @Test("of which the old part is no longer served ends in the right state, by snapshots", arguments: [0, 0.3, 1])
    func trimmed(liveLoss: Double) {
        var weather = FeedSimulation.Weather()
        (weather.liveLoss, weather.trim) = (liveLoss, 0.02)
        var snapshotCount = 0
        for seed in UInt64(0)..<50 {
            var simulation = FeedSimulation(seed: seed, weather)
            simulation.run()
            #expect(simulation.violation == nil, "seed \(seed)")
            snapshotCount += simulation.snapshotCount
        }
        #expect(snapshotCount > 20)
    }

    @Test("to which the consumer is denied now and then, or loses its connection, is applied completely all the same")
    func denied() {
        var weather = FeedSimulation.Weather()
        weather.denial = 0.01
        var noticeCount = 0
        for seed in UInt64(0)..<50 {
            var simulation = FeedSimulation(seed: seed, weather)
            simulation.run()
            #expect(simulation.violation == nil, "seed \(seed)")
            noticeCount += simulation.noticeCount
        }
        #expect(noticeCount > 50)
    }

    @Test(
        "on which a consumer makes a mistake is not applied rightly, and the simulation tells",
        arguments: FeedSimulation.Mistake.allCases
    )
    func planted(_ mistake: FeedSimulation.Mistake) {
        var weather = FeedSimulation.Weather()
        weather.mistake = mistake
        if mistake == .keepsPositionWithFirstPage { weather.trim = 0.02 }
        let found = (UInt64(0)..<20).count { seed in
            var simulation = FeedSimulation(seed: seed, weather)
            simulation.run()
            return simulation.violation != nil
        }
        #expect(found > 0)
    }

    @Test("without faults is applied within a second of the last commit")
    func calm() {
        let weather = FeedSimulation.Weather(liveLoss: 0, feedLoss: 0, doubling: 0, crash: 0, failure: 0)
        for seed in UInt64(0)..<20 {
            var simulation = FeedSimulation(seed: seed, weather)
            simulation.run()
            #expect(simulation.violation == nil, "seed \(seed)")
            #expect(simulation.now < .seconds(21), "seed \(seed)")
        }
    }
}
