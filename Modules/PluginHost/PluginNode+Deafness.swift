import Logging
import PluginKit

/// A plug-in that is to hear nothing for now, such as a restored gateway: its feeds wait until it may.
extension PluginNode {
    /// Tells the operator when the plug-in is to hear nothing, and shows its feeds as stopped.
    func noteDeafness() async throws {
        guard let why = try await runtime.deafness() else { return }
        logger.warning("\(name) hears nothing for now: \(why)")
        for feed in runtime.plugin.consumes { board.halt(feed.description, because: why) }
    }

    /// Waits until the plug-in may hear; `false` when the process stops before that.
    ///
    /// While the store cannot be read it hears nothing.
    func mayHear(_ feed: PluginName) async -> Bool {
        var hasWaited = false
        while !Task.isCancelled {
            do {
                if try await runtime.deafness() == nil {
                    if hasWaited { board.resume(feed.description) }
                    return true
                }
            } catch {
                logger.error("\(name) cannot tell whether it may hear \(feed), so it does not: \(error)")
            }
            hasWaited = true
            try? await Task.sleep(for: .milliseconds(200))
        }
        return false
    }
}
