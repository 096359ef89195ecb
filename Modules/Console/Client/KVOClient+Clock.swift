import Contracts
import PluginKit
import Scheme

extension KVOClient {
    /// Sets the clock of each service, and waits until all have heard of what fell due.
    func setClocks(to date: CalendarDate, as issuer: Issuer) async throws {
        var marks: [FeedMark] = []
        for service in PluginName.all {
            let done = try await send(SetClock(date: date), to: service, as: issuer)
            if let mark = done.mark { marks.append(mark) }
        }
        for mark in marks { try await settle(after: mark) }
    }
}
