import Contracts
import Glibc

/// Lets a partner's program stand still while events go on, and looks whether the others notice.
struct StoppedPartner {
    let system: ChaosSystem
    let seconds: Int

    /// Stands still, looks, goes on.
    ///
    /// - Returns: What was seen, in one line.
    /// - Throws: ``ChaosError`` when another partner waits for the one that stands still.
    func run() async throws -> String {
        try await othersCatchUp(including: true)
        let before = system.gateway?.memory ?? 0
        let still = system.reader
        still.process.send(SIGSTOP)
        defer { still.process.send(SIGCONT) }
        let end = ContinuousClock.now + .seconds(seconds)
        var most: Int64 = 0
        while ContinuousClock.now < end {
            for (site, summary) in zip(system.sites, try await system.partners()) where site.partner != still.partner {
                most = max(most, summary.head - summary.offset(of: site.consumer))
            }
            await Pause.seconds(0.25)
        }
        let stood = ContinuousClock.now
        try await othersCatchUp(including: false)
        let took = (ContinuousClock.now - stood) / .seconds(1)
        let summary = try await system.partners()[0]
        let behind = summary.head - summary.offset(of: still.consumer)
        guard behind > 0 else { throw ChaosError("\(still.partner) stood still for \(seconds) s and missed nothing") }
        let after = system.gateway?.memory ?? 0
        return "\(still.partner) stood still for \(seconds) s and was \(behind) events behind; the others at most "
            + "\(most), and had all \(Self.text(took)) s later; memory of the gateway "
            + "\(Self.text(before)) MiB before, \(Self.text(after)) MiB after"
    }

    /// Waits until the partners have what was in their feeds when it began; events go on meanwhile.
    private func othersCatchUp(including all: Bool) async throws {
        let wanted = try await system.partners().map(\.head)
        try await Pause.until(within: .seconds(30)) {
            let now = try await system.partners()
            for (index, site) in system.sites.enumerated() where all || site.partner != system.reader.partner {
                let offset = now[index].offset(of: site.consumer)
                guard offset < wanted[index] else { continue }
                return Pause.Missing(
                    "\(site.partner) has \(offset) of \(wanted[index]) events"
                        + (all ? "" : " while \(system.reader.partner) stands still")
                )
            }
            return nil
        }
    }

    private static func text(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
