import AnalysisDomain
import Contracts

extension AnalysisDomain.ChangeMethod {
    init(_ method: Contracts.ChangeMethod) {
        self =
            switch method {
            case .pairedDifference: .pairedDifference
            case .newcombeDifference: .newcombeDifference
            case .rateRatio: .rateRatio
            case .relativeEffectSize: .relativeEffectSize
            case .displacementDifference: .displacementDifference
            }
    }

    var contract: Contracts.ChangeMethod {
        switch self {
        case .pairedDifference: .pairedDifference
        case .newcombeDifference: .newcombeDifference
        case .rateRatio: .rateRatio
        case .relativeEffectSize: .relativeEffectSize
        case .displacementDifference: .displacementDifference
        }
    }
}

extension AnalysisDomain.FigureChange {
    init(_ change: Contracts.FigureChange) {
        self.init(AnalysisDomain.ChangeMethod(change.method))
        (estimate, lower, upper) = (change.estimate, change.lower, change.upper)
        (pValue, holm, benjaminiHochberg) = (change.pValue, change.holm, change.benjaminiHochberg)
        (pairs, onlyBefore, onlyAfter) = (change.pairs, change.onlyBefore, change.onlyAfter)
        (dispersion, isCorrected) = (change.dispersion, change.isCorrected)
    }

    var contract: Contracts.FigureChange {
        Contracts.FigureChange(
            method: method.contract,
            estimate: estimate,
            lower: lower,
            upper: upper,
            pValue: pValue,
            holm: holm,
            benjaminiHochberg: benjaminiHochberg,
            pairs: pairs,
            onlyBefore: onlyBefore,
            onlyAfter: onlyAfter,
            dispersion: dispersion,
            isCorrected: isCorrected
        )
    }
}
