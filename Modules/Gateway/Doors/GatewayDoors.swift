import Bus
import EventSourcing
import Logging
package import PluginHost

/// Opens a door for each partner, two ports of its own, and shuts it when the partner may no longer come in.
///
/// What is open follows from what the store says: after each change, and every second for what the calendar ends, the
/// plans are read and the difference is carried out. So a door that could not be opened is tried again, and a
/// restart needs no other path than the first start.
package struct GatewayDoors: HostCompanion {
    /// Makes the doors' keeper.
    package init() {}

    package func run(in place: HostPlace) async throws {
        guard let security = place.security else {
            place.logger.warning("no doors are open: partners come in with keys only, and this process has none")
            return
        }
        let (signals, signal) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        await withDiscardingTaskGroup { group in
            group.addTask {
                for await _ in place.store.changes { signal.yield() }
            }
            group.addTask {
                // For the keys whose last day has passed, and for doors that could not be opened.
                while (try? await Task.sleep(for: .seconds(1))) != nil { signal.yield() }
                signal.finish()
            }
            signal.yield()
            var keeper = DoorKeeper(place: place, authenticator: security.authenticator, keys: security.keys)
            for await _ in signals {
                for door in await keeper.keep() { group.addTask { await door.port.run() } }
            }
            await keeper.closeAll()
            group.cancelAll()
        }
    }
}
