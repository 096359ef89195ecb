import Contracts
import Scheme

extension Edition {
    /// The thing counted, in the singular after 1.
    func kind(_ crime: ReportedCrime, _ count: Int) -> String {
        crime.isTotal
            ? texts("soort.misdrijf", ["k": .count(count)])
            : texts("soort.registratie", ["k": .count(count), "naam": .text(crime.plainName)])
    }

    /// What is to be said of the numbers of one type in two windows: always whether the difference can be chance.
    func sentences(counting crime: ReportedCrime) -> [String] {
        guard let now = crime.now else { return [texts("aantal.achtergehouden", ["naam": .text(crime.plainName)])] }
        guard let before = crime.before else {
            return [
                texts(
                    "aantal.een",
                    [
                        "jaar2": .months(now.from, now.through), "k2": .count(now.count),
                        "soort": .text(kind(crime, now.count)),
                    ]
                )
            ]
        }
        let fills: [String: Fill] = [
            "jaar1": .months(before.from, before.through), "jaar2": .months(now.from, now.through),
            "k1": .count(before.count), "k2": .count(now.count), "soort": .text(kind(crime, now.count)),
        ]
        if let atMost = before.detectable?.atMost, now.count < before.count {
            if now.count <= atMost { return [texts("aantal.daling", fills)] }
            let key = before.count < Self.smallCount ? "aantal.klein" : "aantal.groot"
            return [texts(key, fills.merging(["kmin": .count(atMost)]) { $1 })]
        }
        if let ratio = crime.changes.first(where: { $0.method == .rateRatio }), let lower = ratio.lower, lower > 1 {
            return [texts("aantal.stijging", fills)]
        }
        guard before.detectable != nil, before.detectable?.atMost == nil, now.count < before.count else {
            return [texts("aantal.telling", fills), texts("verschil.geen")]
        }
        let immeasurable = before.isYear ? "doel.onmeetbaar" : "aantal.onmeetbaar"
        return [
            texts("aantal.telling", fills),
            texts(immeasurable, ["k1": .count(before.count), "soort": .text(kind(crime, before.count))]),
        ]
    }

    /// The effect against the reference in percentages; `nil` below ten events, or without a reference.
    func effect(_ crime: ReportedCrime) -> String? {
        guard let now = crime.now, let before = crime.before, before.count >= Self.percentageBase,
            let after = now.reference, let first = before.reference, first > 0, now.months == before.months,
            let change = crime.changes.first(where: { $0.method == .relativeEffectSize })?.percent
        else { return nil }
        let control = Double(after) / Double(first) - 1
        let isUnchanged = (100 * control).rounded() == 0
        let key =
            after == first
            ? "effect.controle.gelijk"
            : isUnchanged
                ? "effect.controle.vrijwel" : control < 0 ? "effect.controle" : "effect.controle.stijging"
        return texts(
            key,
            [
                "c": .percent(abs(control)), "pct": .signed(change.estimate), "laag": .signed(change.lower),
                "hoog": .signed(change.upper),
            ]
        )
    }

    /// How a type did against the reference, in the fixed words; what they are compared with is missing without one.
    func words(_ crime: ReportedCrime) -> (verdict: Verdict, words: String) {
        if crime.isWithheld { return (.same, texts("oordeel.achtergehouden")) }
        guard crime.before != nil else { return (.same, texts("oordeel.eerste")) }
        guard crime.changes.contains(where: { $0.method == .relativeEffectSize && $0.lower != nil }) else {
            return (.same, texts("oordeel.zonder"))
        }
        let verdict = Verdict(crime)
        return (verdict, texts("kleur.\(verdict.rawValue)"))
    }

    /// What is to be said of a type, after the decision: counts, effect, rate, caveats.
    func sentences(on crime: ReportedCrime) -> [String] {
        var sentences = self.sentences(counting: crime)
        sentences += [effect(crime)].compactMap(\.self)
        if let rate = crime.now?.rate {
            sentences.append(
                texts(
                    "aantal.per100",
                    [
                        "maat": .number(rate.value, decimals: 1), "laag": .number(rate.lower, decimals: 1),
                        "hoog": .number(rate.upper, decimals: 1),
                    ]
                )
            )
        }
        if let now = crime.now, let atMost = now.detectable?.atMost, let percent = now.detectable?.percent {
            sentences.append(
                texts(
                    "aantal.volgende",
                    [
                        "k1": .count(now.count), "soort": .text(kind(crime, now.count)), "kmin": .count(atMost),
                        "pct": .signed(percent),
                    ]
                )
            )
        }
        return sentences + notes(about: crime.id)
    }

    /// Below this, counts are called small.
    private static let smallCount = 100
}

extension ReportedCrime {
    /// The title without the police's code, for sentences and headings.
    var plainName: String { name.hasPrefix(code + " ") ? String(name.dropFirst(code.count + 1)) : name }
}

extension ReportedCount {
    /// The length of the window in months.
    var months: Int { through.ordinal - from.ordinal + 1 }
    /// Whether the window is as long as a year.
    var isYear: Bool { months == 12 }
}
