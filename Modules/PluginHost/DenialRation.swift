/// Bounds how often denials are told, so that a stranger who knocks without pause does not fill the log.
struct DenialRation {
    /// The denials of one door within a minute that are told one by one.
    static let perMinute = 10

    private struct Minute {
        let begin: Duration
        var told = 0
        var untold = 0
    }

    private var minutes: [String: Minute] = [:]

    /// Takes note of a denial.
    ///
    /// - Parameters:
    ///   - domain: The door; there are as many as the process has, so they need no bound.
    ///   - now: The moment, by a monotonic clock.
    /// - Returns: How many of this door went untold before, when this one is to be told; `nil` when it is not.
    mutating func admit(at domain: String, now: Duration) -> Int? {
        var minute = minutes[domain] ?? Minute(begin: now)
        defer { minutes[domain] = minute }
        if now - minute.begin >= .seconds(60) {
            let untold = minute.untold
            minute = Minute(begin: now, told: 1)
            return untold
        }
        guard minute.told < Self.perMinute else {
            minute.untold += 1
            return nil
        }
        minute.told += 1
        return 0
    }
}
