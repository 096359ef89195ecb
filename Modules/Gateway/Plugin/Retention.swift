import EventSourcing
import PluginKit
import Scheme

/// Decides how far back a partner can fetch.
///
/// An event is served for a number of days, and longer while a consumer whose position has moved within these days has
/// not yet got it. An acknowledgement that says again what is known moves nothing. What is no longer served stays on record
/// as disclosed, and the newest event of each topic and subject stays in the snapshot.
struct Retention {
    /// For how many days an event is served, 1 or more.
    let days: Int

    /// Moves the floors of all partners' feeds to where they may be on a day.
    func keep(on today: CalendarDate, in transaction: any StoreTransaction) throws {
        let cutoff = today.adding(days: -days).startInTheNetherlands
        for (channel, state) in try transaction.channels() where state.floor < state.head {
            let firstKept = try transaction.deliveries(of: channel, after: state.floor, since: cutoff, limit: 1).first
            let old = firstKept.map { FeedOffset($0.offset.value - 1) } ?? state.head
            let awaited = try transaction.progress(of: channel).filter { $0.at >= cutoff }.map(\.offset).min()
            let floor = min(old, awaited ?? old)
            if floor > state.floor { try transaction.trim(channel, upTo: floor) }
        }
    }
}
