/// Student's t distribution, reached through the beta distribution (Student 1908).
enum StudentDistribution {
    /// Returns the t > 0 that is exceeded with probability q, for 0 < q < ½ and `degrees` > 0 degrees of freedom.
    static func quantile(upperTail q: Double, degrees: Double) -> Double {
        // t² / degrees has the odds of a beta variable of shapes ½ and degrees/2.
        (degrees * Beta(0.5, degrees / 2).odds(upperTail: 2 * q)).squareRoot()
    }
}
