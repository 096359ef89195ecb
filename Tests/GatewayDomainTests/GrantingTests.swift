import GatewayDomain
import Scheme
import TestSupport
import Testing

@Suite("What a partner may read")
struct GrantingTests {
    typealias Story = PartnerStory

    private let north = Story.grant("certification/gm0344/*/*")
    private let south = Story.grant("*/gm0345/*/*", upTo: .confidential)

    private func changed(_ grants: Grant...) -> PartnerEvent {
        .grantsChanged(Story.partner, grants, on: Story.today)
    }

    @Test("grows by each grant, and a grant that is repeated changes nothing")
    func grant() {
        let both = Story.admitted
            .when(Story.command(.grant(north))).then(changed(north))
            .when(Story.command(.grant(south))).then(changed(north, south))
        both.when(Story.command(.grant(north))).thenNothing()
        #expect(both.state?.grants == [north, south])
    }

    @Test("changes its class when the same topics are granted again, wider or narrower")
    func replace() {
        let wide = Grant(north.pattern, upTo: .confidential)
        Story.admitted.having(Story.command(.grant(north)), Story.command(.grant(south)))
            .when(Story.command(.grant(wide))).then(changed(south, wide))
            .when(Story.command(.grant(north))).then(changed(south, north))
    }

    @Test("shrinks by a grant that is withdrawn, named as it was given")
    func withdraw() {
        let none = Story.admitted.having(Story.command(.grant(north)), Story.command(.grant(south)))
            .when(Story.command(.withdraw(north.pattern))).then(changed(south))
            .when(Story.command(.withdraw(south.pattern))).then(changed())
        none.when(Story.command(.withdraw(south.pattern))).refused(with: .noSuchGrant(south.pattern))
        Story.admitted.having(Story.command(.grant(Story.grant("*/*/*/*"))))
            .when(Story.command(.withdraw(north.pattern))).refused(with: .noSuchGrant(north.pattern))
    }

    @Test("has at most 500 grants; one of them can still be replaced")
    func limit() {
        let grants = (1...PartnerDecider.grantLimit).map { Story.grant("*/*/*/event-\($0)") }
        #expect(grants.count == 500)
        let full = Story.admitted.given(.grantsChanged(Story.partner, grants, on: Story.today))
        full.when(Story.command(.grant(north))).refused(with: .tooManyGrants(limit: 500))
        full.when(Story.command(.grant(Grant(grants[0].pattern, upTo: .partnership))))
            .thenMatching { event in
                guard case .grantsChanged(_, let after, _) = event else { return false }
                return after.count == 500 && after.last?.dataClass == .partnership
            }
        full.having(Story.command(.withdraw(grants[9].pattern))).when(Story.command(.grant(north)))
            .thenMatching { if case .grantsChanged(_, let after, _) = $0 { after.count == 500 } else { false } }
    }

    @Test("from before is noted with the number of events that were added, and not at all when there were none")
    func backfill() {
        let granted = Story.admitted.having(Story.command(.grant(north)))
        granted.when(Story.command(.backfill(north.pattern, events: 3)))
            .then(.backfilled(Story.partner, north.pattern, events: 3, on: Story.today))
        granted.when(Story.command(.backfill(north.pattern, events: 0))).thenNothing()
        Story.admitted.when(Story.command(.backfill(north.pattern, events: 0)))
            .refused(with: .nothingGranted(Story.partner))
    }

    @Test("is nothing once it is shut out, and shutting it out twice changes nothing")
    func revoke() {
        let out = Story.admitted.having(Story.command(.grant(north)))
            .when(Story.command(.revoke)).then(.revoked(Story.partner, on: Story.today))
        #expect(out.state?.isRevoked == true)
        #expect(out.state?.grants == [])
        #expect(out.state?.keys == [])
        out.when(Story.command(.revoke)).thenNothing()
    }

    @Test(
        "cannot be changed once it is shut out",
        arguments: [
            .grant(Story.grant()), .withdraw(Story.grant().pattern), .rotate(to: Story.key(2), overlapDays: 1),
            .backfill(Story.grant().pattern, events: 1),
        ] as [PartnerCommand.Order]
    )
    func afterRevocation(order: PartnerCommand.Order) {
        Story.revoked.when(Story.command(order)).refused(with: .revoked(Story.partner))
    }
}
