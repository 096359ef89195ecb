extension Duration {
    /// Names the way a part of a millisecond is rounded.
    enum Rounding {
        case up
        case down
    }

    /// Counts whole milliseconds.
    func milliseconds(_ rounding: Rounding = .down) -> Int64 {
        let (seconds, attoseconds) = components
        let perMillisecond: Int64 = 1_000_000_000_000_000
        let extra: Int64 = rounding == .up && attoseconds % perMillisecond > 0 ? 1 : 0
        let (whole, isTooLarge) = seconds.multipliedReportingOverflow(by: 1000)
        return isTooLarge ? .max : whole + attoseconds / perMillisecond + extra
    }
}
