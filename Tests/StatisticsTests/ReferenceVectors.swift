// Cases copied from the project's public reference vectors (stats/public.json), under their identifiers there.
// References: statsmodels proportion_confint(method="wilson"), scipy chi2.ppf, R poisson.test, closed forms.

import Testing

/// One expected share with its bounds; `population` only for the corrected form.
struct ShareCase: Sendable, CustomTestStringConvertible {
    let id: String
    let x: Int
    let n: Int
    var population: Int?
    var conf = 0.95
    let p: Double
    let lower: Double
    let upper: Double
    var effective: Double?

    var testDescription: String { id }

    static let wilson = [
        ShareCase(
            id: "p-prop_wilson-1",
            x: 23,
            n: 60,
            p: 0.38333333333333336,
            lower: 0.27088272374082023,
            upper: 0.5098240417590008
        ),
        ShareCase(id: "p-prop_wilson-2", x: 0, n: 12, p: 0, lower: 0, upper: 0.24249400665524085),
        ShareCase(id: "p-prop_wilson-3", x: 40, n: 40, conf: 0.9, p: 1, lower: 0.9366465513545419, upper: 1),
        ShareCase(id: "p-prop_wilson-4", x: 1, n: 1, p: 1, lower: 0.20654931437723745, upper: 1),
        ShareCase(
            id: "p-prop_wilson-5",
            x: 750_000,
            n: 1_000_000,
            p: 0.75,
            lower: 0.7491503514251605,
            upper: 0.7508477278528076
        ),
    ]

    static let corrected = [
        ShareCase(
            id: "p-prop_wilson_fpc-1",
            x: 16,
            n: 36,
            population: 113,
            p: 0.4444444444444444,
            lower: 0.31827897409567707,
            upper: 0.5782040440524021,
            effective: 52.36363636363637
        ),
        ShareCase(id: "p-prop_wilson_fpc-2", x: 5, n: 20, population: 20, p: 0.25, lower: 0.25, upper: 0.25),
        ShareCase(
            id: "p-prop_wilson_fpc-3",
            x: 0,
            n: 15,
            population: 40,
            p: 0,
            lower: 0,
            upper: 0.1410151653763836,
            effective: 23.4
        ),
    ]
}

/// One expected rate with Garwood's bounds.
struct RateCase: Sendable, CustomTestStringConvertible {
    let id: String
    let count: Int
    var exposure = 1.0
    var per = 1.0
    let rate: Double
    let lower: Double
    let upper: Double

    var testDescription: String { id }

    static let all = [
        RateCase(
            id: "p-poisson_garwood-1",
            count: 12,
            exposure: 340,
            per: 100,
            rate: 3.5294117647058822,
            lower: 1.823698561388888,
            upper: 6.165172072993224
        ),
        RateCase(
            id: "p-poisson_garwood-2",
            count: 0,
            exposure: 85,
            per: 100,
            rate: 0,
            lower: 0,
            upper: 4.339858181310512
        ),
        RateCase(id: "p-poisson_garwood-3", count: 1, rate: 1, lower: 0.025317807984289897, upper: 5.571643390938898),
        RateCase(
            id: "p-poisson_garwood-4",
            count: 250_000,
            rate: 250_000,
            lower: 249_020.96550432124,
            upper: 250_981.93076097712
        ),
    ]
}

/// Compares as the vectors do: |a − b| ≤ 1e-9 + 1e-9·|b|.
func agrees(_ value: Double, _ expected: Double, relative: Double = 1e-9, absolute: Double = 1e-9) -> Bool {
    abs(value - expected) <= absolute + relative * abs(expected)
}
