import Bus
import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import GatewayPlugin
import Logging
import PluginKit
import Scheme
import Testing
import ZeroMQ

@testable import GatewayDoors
@testable import PluginHost

@Suite("The doors of a restored gateway")
struct RestoredDoorTests {
    @Test("stay shut until that is confirmed, and open then for whom it still knows")
    func held() async throws {
        let former = InMemoryEventStore()
        var ports: [Int] = []
        try await DoorsFixture.run(on: former) { fixture in
            try await fixture.runtime.begin(isRestored: false, at: fixture.clock.now)
            for name in ["politie-mn", "brandweer"] { ports.append(try await fixture.admit(name).livePort) }
        }
        let store = try InMemoryEventStore(copying: former, epoch: Epoch())
        let thread = try IOThread()
        let source = try #require(EventSource(system: "gateway"))
        let runtime = PluginRuntime(GatewayPlugin(), store: store, source: source)
        let clock = HostClock(.settable(from: try #require(DoorsFixture.today)))
        try await runtime.begin(isRestored: true, at: clock.now)
        let authenticator = try await Authenticator.start(on: thread) { _ in }
        let keys = try CurveKeyPair()
        let place = HostPlace(
            store: store,
            thread: thread,
            security: (authenticator, keys),
            doors: "127.0.0.1",
            liveLoss: 0,
            clock: clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        func send<C: CommandContract>(_ command: C) async throws {
            let issuer = Issuer(organisation: try #require(OrganisationID("gemeente-1")), role: "beheerder")
            let request = CommandRequest(key: UUID(), type: C.name, issuedBy: issuer, body: try JSON.value(of: command))
            guard case .done = try await runtime.carryOut(request, at: clock.now) else {
                Issue.record("\(C.name) was refused")
                return
            }
        }
        var keeper = DoorKeeper(place: place, authenticator: authenticator, keys: keys)
        #expect(await keeper.keep().isEmpty)
        try await send(RevokePartner(partner: try #require(PartnerID("brandweer"))))
        #expect(await keeper.keep().isEmpty, "nor does another command open one")
        try await send(ConfirmRestored())
        #expect(await keeper.keep().map(\.plan.livePort) == [ports[0]])
        await keeper.closeAll()
        await thread.shutDown()
    }
}
