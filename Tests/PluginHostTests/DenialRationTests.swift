import Testing

@testable import PluginHost

@Suite("Of denials at one door")
struct DenialRationTests {
    @Test("ten a minute are told, and the first of the next minute tells how many were not")
    func rationed() {
        var ration = DenialRation()
        let told = (0..<100).map { ration.admit(at: "feed/police", now: .milliseconds($0)) }
        #expect(told.prefix(10) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
        #expect(told.dropFirst(10).allSatisfy { $0 == nil })
        #expect(ration.admit(at: "feed/police", now: .seconds(60)) == 90)
        #expect(ration.admit(at: "feed/police", now: .seconds(61)) == 0)
    }

    @Test("those of another door are told whatever happens here")
    func apart() {
        var ration = DenialRation()
        for _ in 0..<100 { _ = ration.admit(at: "feed/police", now: .zero) }
        #expect(ration.admit(at: "live/fire", now: .zero) == 0)
    }
}
