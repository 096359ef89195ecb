import CloudEvents
import Contracts
import PluginKit
import Scheme

extension KVOClient {
    /// Sets the clock of each service, and waits until all have heard of what fell due.
    ///
    /// - Returns: The day that the clocks show: a later one than was asked for when they had passed it already.
    @discardableResult
    func setClocks(to date: CalendarDate, as issuer: Issuer) async throws -> CalendarDate {
        var marks: [FeedMark] = []
        var shown = date
        for service in PluginName.all {
            let done = try await send(SetClock(date: date), to: service, as: issuer)
            if let mark = done.mark { marks.append(mark) }
            shown = max(shown, try JSON.decode(ServiceStatus.self, from: done.result ?? .null).date)
        }
        for mark in marks { try await settle(after: mark) }
        return shown
    }
}
