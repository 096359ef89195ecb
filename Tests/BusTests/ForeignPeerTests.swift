import Bus
import EventSourcing
import Foundation
import TestSupport
import Testing
import ZeroMQ

@Suite(
    "A peer in another language",
    .enabled(if: PythonProgram.hasZeroMQ, "needs /usr/bin/python3 with pyzmq: apt-get install python3-zmq"),
    .timeLimit(.minutes(1))
)
struct ForeignPeerTests {
    @Test("follows a feed by the contract alone, with and without live events", arguments: ["hears", "deaf"])
    func follows(_ hearing: String) async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            await log.commit(250)
            try await serving(log, at: Wire.tcp.addresses(folder), on: thread) { bound in
                let peer = try PythonProgram(
                    PythonPeer.consumer,
                    [bound.live.description, bound.feed.description, "400", hearing]
                )
                // What comes once it has said hello may come live.
                await log.greeting(of: "python")
                let watcher = RawPeer(thread)
                try await watcher.connect(.dealer, bound.feed)
                for turn in Int64(0)..<50 {
                    let fetch = FeedRequest.Fetch(epoch: Samples.epoch, from: FeedOffset(250 + 3 * turn), waitMs: 10)
                    #expect(try await watcher.ask(.fetch(fetch)) != nil)
                    await log.commit(3)
                }
                let output = await peer.rest()
                #expect(output == "applied 400 all\n")
                #expect(await log.acknowledged["python"] == FeedOffset(400))
            }
        }
    }

    @Test("needs ten lines and a REQ socket to read a feed")
    func request() async throws {
        try await withBus { thread, folder in
            let log = MemoryLog()
            await log.commit(3)
            try await serving(log, at: Wire.ipc.addresses(folder), on: thread) { bound in
                let output = try await PythonProgram(PythonPeer.request, [bound.feed.description]).rest()
                #expect(output == "2 EVENTS event 1,event 2,event 3\n")
            }
        }
    }
}
