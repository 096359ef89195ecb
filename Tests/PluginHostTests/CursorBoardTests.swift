import Contracts
import EventSourcing
import Testing

@testable import PluginHost

@Suite("The board of cursors", .timeLimit(.minutes(1)))
struct CursorBoardTests {
    private let epoch = Epoch()
    private let board: CursorBoard

    init() {
        board = CursorBoard(["registry": FeedCursor(epoch: epoch, offset: FeedOffset(5))])
    }

    private func mark(_ offset: Int64, in feed: String = "registry", epoch: Epoch? = nil) -> FeedMark {
        FeedMark(feed: feed, epoch: (epoch ?? self.epoch).description, offset: offset)
    }

    private func advance(to offset: Int64) {
        board.advance("registry", to: FeedCursor(epoch: epoch, offset: FeedOffset(offset)))
    }

    private func untilWaiting(_ count: Int) async {
        while board.waiting < count { await Task.yield() }
    }

    @Test("lets pass at once what has been heard, and what is not followed here")
    func atOnce() async {
        #expect(await board.reached([], within: .zero))
        #expect(await board.reached([mark(5), mark(1)], within: .zero))
        #expect(await board.reached([mark(900, in: "planning")], within: .zero))
        #expect(await board.reached([mark(0, epoch: Epoch())], within: .zero))
        #expect(board.waiting == 0)
    }

    @Test("holds a request until every mark is reached")
    func later() async {
        async let isReached = board.reached([mark(7), mark(5)], within: .seconds(60))
        await untilWaiting(1)
        advance(to: 6)
        #expect(board.waiting == 1)
        advance(to: 7)
        #expect(await isReached)
        #expect(board.waiting == 0)
        #expect(board.cursors["registry"]?.offset == FeedOffset(7))
    }

    @Test("does not take the offset of another life of the feed for this one")
    func otherEpoch() async {
        let other = Epoch()
        async let isReached = board.reached([mark(3, epoch: other)], within: .seconds(60))
        await untilWaiting(1)
        advance(to: 100)
        #expect(board.waiting == 1)
        board.advance("registry", to: FeedCursor(epoch: other, offset: FeedOffset(3)))
        #expect(await isReached)
    }

    @Test("lets go who has waited too long, and nobody earlier")
    func expired() async {
        let start = ContinuousClock.now
        async let isReached = board.reached([mark(6)], within: .seconds(60))
        await untilWaiting(1)
        board.expire(at: start + .seconds(59))
        #expect(board.waiting == 1)
        board.expire(at: .now + .seconds(61))
        #expect(await !isReached)
        advance(to: 6)
        #expect(board.waiting == 0)
    }

    @Test("lets everyone go when it is closed, also who comes later")
    func closed() async {
        async let isReached = board.reached([mark(6)], within: .seconds(3600))
        await untilWaiting(1)
        board.close()
        #expect(await !isReached)
        #expect(await !board.reached([mark(6)], within: .seconds(3600)))
        #expect(await board.reached([mark(5)], within: .seconds(3600)))
        board.close()
    }

    @Test("answers each of many requests once, while the feed moves on")
    func concurrent() async {
        let answers = await withTaskGroup(of: Bool.self) { group in
            for offset in 6...505 {
                group.addTask { await board.reached([mark(Int64(offset))], within: .seconds(60)) }
            }
            group.addTask {
                for offset in 6...505 {
                    advance(to: Int64(offset))
                    await Task.yield()
                }
                return true
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count == 501)
        #expect(answers.allSatisfy { $0 })
    }
}
