import GatewayDomain
import Scheme
import Testing

@Suite("A refusal about a partner")
struct PartnerRefusalTests {
    typealias Story = PartnerStory

    private static let all: [PartnerRefusal] = [
        .unknown(Story.partner), .taken(Story.partner, name: "Politie"), .revoked(Story.partner), .unfitName,
        .unlikelyPort(80), .onePort(7100), .formerKey(Story.key(1)), .unlikelyOverlap(31), .tooManyGrants(limit: 500),
        .noSuchGrant(Story.grant().pattern), .nothingGranted(Story.partner), .restored,
        .nothingToConfirm,
    ]

    @Test("is one sentence that says what to do, and never the whole key", arguments: all)
    func sentence(refusal: PartnerRefusal) throws {
        let text = refusal.description
        #expect(text.count > 30 && !text.contains("\n"))
        let last = try #require(text.last)
        #expect(last == "." || text.contains("kvo partner"))
        #expect(refusal.gate == nil)
        #expect(!text.contains(Story.key(1).text))
    }
}
