import Contracts
import Scheme

/// A problem on the command line: `K1=enquete.slachtoffer-winkeldiefstal=Veel winkeldiefstal`.
struct BottleneckArgument: RuledArgument {
    static let rule = "a problem such as K1=enquete.slachtoffer-winkeldiefstal=Veel winkeldiefstal"

    let bottleneck: Bottleneck

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 2)
        guard parts.count == 3, let id = LocalID(String(parts[0])) else { return nil }
        bottleneck = Bottleneck(id: id, title: String(parts[2]), indicator: String(parts[1]), value: nil)
    }
}
