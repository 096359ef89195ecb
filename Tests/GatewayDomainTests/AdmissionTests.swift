import GatewayDomain
import Scheme
import TestSupport
import Testing

@Suite("The admission of a partner")
struct AdmissionTests {
    typealias Story = PartnerStory

    @Test("gives it a key and a door, and no grant")
    func first() {
        let admission = Story.admission()
        let after = Story.story.when(Story.command(.admit(admission))).then(.admitted(Story.partner, admission))
        #expect(after.state?.keys == [Partner.Key(Story.key(1))])
        #expect(after.state?.grants == [])
        #expect(after.state?.isRevoked == false)
    }

    @Test("that is repeated does nothing, whatever the day")
    func repeated() {
        Story.admitted.when(Story.command(.admit(Story.admission()))).thenNothing()
        let tomorrow = Story.today.adding(days: 1)
        Story.admitted.when(Story.command(.admit(Story.admission(on: tomorrow)), on: tomorrow)).thenNothing()
    }

    @Test(
        "under a name that is in use is refused",
        arguments: [
            Story.admission(key: 2), Story.admission(name: "Politie Oost"),
            Story.admission(ports: DoorPorts(live: 7102, feed: 7103)),
        ]
    )
    func taken(other: Admission) {
        Story.admitted.when(Story.command(.admit(other)))
            .refused(with: .taken(Story.partner, name: "Politie Midden-Nederland"))
    }

    @Test("is not repeated by one with the key that was replaced meanwhile")
    func replacedKey() {
        let rotated = Story.admitted.having(Story.command(.rotate(to: Story.key(2), overlapDays: 0)))
        rotated.when(Story.command(.admit(Story.admission(key: 1)))).refused(saying: "is admitted already")
        rotated.when(Story.command(.admit(Story.admission(key: 2)))).thenNothing()
    }

    @Test("after the partner was shut out needs a new key, and begins without grants")
    func again() {
        Story.revoked.when(Story.command(.admit(Story.admission(key: 1)))).refused(with: .formerKey(Story.key(1)))
        let again = Story.revoked.when(Story.command(.admit(Story.admission(key: 2))))
            .then(.admitted(Story.partner, Story.admission(key: 2)))
        #expect(again.state?.keys == [Partner.Key(Story.key(2))])
        #expect(again.state?.grants == [])
        again.when(Story.command(.rotate(to: Story.key(1), overlapDays: 0))).refused(with: .formerKey(Story.key(1)))
    }

    @Test(
        "needs a name that fits a line",
        arguments: [
            "", " ", "Politie\nOost", "Politie\u{202E}tsoO", String(repeating: "a", count: 201),
        ]
    )
    func name(name: String) {
        Story.story.when(Story.command(.admit(Story.admission(name: name)))).refused(with: .unfitName)
    }

    @Test("needs two different ports from 1024 to 65535")
    func ports() {
        for port in [0, -1, 80, 1023, 65536] {
            for ports in [DoorPorts(live: port, feed: 7101), DoorPorts(live: 7100, feed: port)] {
                Story.story.when(Story.command(.admit(Story.admission(ports: ports)))).refused(
                    with: .unlikelyPort(port)
                )
            }
        }
        Story.story.when(Story.command(.admit(Story.admission(ports: DoorPorts(live: 7100, feed: 7100)))))
            .refused(with: .onePort(7100))
        for port in [1024, 65534] {
            let ports = DoorPorts(live: port, feed: port + 1)
            Story.story.when(Story.command(.admit(Story.admission(ports: ports))))
                .then(.admitted(Story.partner, Story.admission(ports: ports)))
        }
    }

    @Test("gets the first two neighbouring ports that nobody has, two by two")
    func nextPorts() {
        #expect(DoorPorts.next(from: 7100, avoiding: []) == DoorPorts(live: 7100, feed: 7101))
        #expect(DoorPorts.next(from: 7100, avoiding: [7100, 7101]) == DoorPorts(live: 7102, feed: 7103))
        #expect(DoorPorts.next(from: 7100, avoiding: [7101]) == DoorPorts(live: 7102, feed: 7103))
        #expect(DoorPorts.next(from: 7100, avoiding: [7102]) == DoorPorts(live: 7100, feed: 7101))
        #expect(DoorPorts.next(from: 65534, avoiding: []) == DoorPorts(live: 65534, feed: 65535))
        #expect(DoorPorts.next(from: 65534, avoiding: [65535]) == nil)
        #expect(DoorPorts.next(from: 65535, avoiding: []) == nil)
    }

    @Test(
        "comes before everything else",
        arguments: [
            .grant(Story.grant()), .withdraw(Story.grant().pattern), .rotate(to: Story.key(2), overlapDays: 1),
            .backfill(Story.grant().pattern, events: 1), .revoke,
        ] as [PartnerCommand.Order]
    )
    func unknown(order: PartnerCommand.Order) {
        Story.story.when(Story.command(order)).refused(with: .unknown(Story.partner))
    }
}
