import Contracts

/// A CBS region on the command line: `BU15810000=Doorn-Centrum`.
struct RegionArgument: RuledArgument {
    static let rule = "a region and its name such as BU15810000=Doorn-Centrum"

    let region: Region

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        region = Region(code: String(parts[0]), name: String(parts[1]))
    }
}
