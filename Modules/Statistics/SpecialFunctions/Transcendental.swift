#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Returns the natural logarithm; the C library is reached from this file alone.
func logarithm(_ x: Double) -> Double { log(x) }

/// Returns ln(1 + x), exact for small x.
func logarithm(onePlus x: Double) -> Double { log1p(x) }

/// Returns e to the power x.
func exponential(_ x: Double) -> Double { exp(x) }

/// Returns eˣ − 1, exact for small x.
func exponentialLessOne(_ x: Double) -> Double { expm1(x) }

/// Returns the complementary error function.
func complementaryError(_ x: Double) -> Double { erfc(x) }

/// Returns the length of a vector without overflow.
func hypotenuse(_ x: Double, _ y: Double) -> Double { hypot(x, y) }

/// Returns the sine of an angle in radians.
func sine(_ x: Double) -> Double { sin(x) }

/// Returns the cosine of an angle in radians.
func cosine(_ x: Double) -> Double { cos(x) }
