import Foundation

/// What else the machine does: a figure of a busy machine says little.
enum MachineLoad {
    /// The processes that ran or wanted to, on average over the last minute.
    static var lastMinute: Double {
        guard let text = try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8) else { return .nan }
        return text.split(separator: " ").first.flatMap { Double($0) } ?? .nan
    }

    /// Waits until the machine is quiet, at most two minutes, and returns the load that there still is.
    static func settle(_ report: Report) async throws -> Double {
        let (quiet, limit) = (0.7, 120)
        for second in 0..<limit {
            let load = lastMinute
            guard load >= quiet else { return load }
            if second == 0 { report.progress("waiting until the load of \(load) is below \(quiet)") }
            try await Task.sleep(for: .seconds(1))
        }
        return lastMinute
    }
}
