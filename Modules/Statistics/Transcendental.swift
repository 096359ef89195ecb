#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Returns the natural logarithm; the C library is reached from this file alone.
func logarithm(_ x: Double) -> Double { log(x) }

/// Returns e to the power x.
func exponential(_ x: Double) -> Double { exp(x) }
