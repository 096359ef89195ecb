import Bus
import EventSourcing
import Testing

@Suite("A live message")
struct LiveMessageTests {
    @Test("keeps its topic, header and body")
    func roundTrip() {
        let message = Samples.live(7, head: 9)
        #expect(LiveMessage(frames: message.frames) == message)
        #expect(message.entry == Samples.entry(7))
        #expect(message.frames.map(\.count) == [22, 52, 7])
    }

    @Test("without an event has no entry")
    func control() {
        let beat = Samples.heartbeat(9)
        #expect(beat.topic == "!hb")
        #expect(LiveMessage(frames: beat.frames) == beat)
        #expect(beat.entry == nil)
        let echo = LiveMessage(
            answering: "!sync/7",
            epoch: Samples.epoch,
            head: FeedOffset(3),
            sentAt: Instant(microseconds: 1)
        )
        #expect(LiveMessage(frames: echo.frames)?.header.kind == .sync)
        #expect(echo.entry == nil)
    }

    @Test("is refused with a frame too few or too many, or a topic that is no text")
    func frames() {
        let frames = Samples.live(7).frames
        #expect(LiveMessage(frames: []) == nil)
        #expect(LiveMessage(frames: Array(frames.dropLast())) == nil)
        #expect(LiveMessage(frames: frames + [[]]) == nil)
        #expect(LiveMessage(frames: [[0xFF, 0xFE], frames[1], frames[2]]) == nil)
    }
}
