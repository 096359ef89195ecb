/// What is counted, and how finely it is worth telling.
struct Unit: Sendable {
    let name: String
    private let digits: Double

    static let commands = Unit(name: "commands/s", digits: 1)
    static let events = Unit(name: "events/s", digits: 1)
    static let mebibytes = Unit(name: "MiB", digits: 10)
    static let milliseconds = Unit(name: "ms", digits: 1000)

    func round(_ value: Double) -> Double { (value * digits).rounded() / digits }
}
