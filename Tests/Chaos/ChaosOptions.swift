import Foundation

/// What was asked on the command line.
struct ChaosOptions: Sendable {
    static let usage = """
        chaos: say [--duration NUMBER] [--seed NUMBER] [--loss PERCENT,PERCENT…] [--short] [--keep] [--folder FOLDER]; \
        the folder must not exist, and its path be short enough for a Unix socket.
        """

    /// How long processes are killed at each level.
    var seconds = 25
    /// Begins the random numbers: what is killed, and when.
    var seed = UInt64.random(in: 0...999_999)
    /// What percentage of live events is thrown away, level by level.
    var losses = [0, 30, 100]
    /// How long a partner stands still.
    var stillSeconds = 10
    /// Whether the folder is kept when all went well.
    var isKept = false
    /// Where everything is kept.
    var folder = NSTemporaryDirectory() + "kvo-chaos-" + UUID().uuidString.prefix(6).lowercased()

    init?(_ words: [String]) {
        var words = words[...]
        while let word = words.popFirst() {
            switch word {
            case "--short": (seconds, stillSeconds) = (5, 3)
            case "--keep": isKept = true
            case "--duration":
                guard let number = words.popFirst().flatMap({ Int($0) }), number > 0 else { return nil }
                seconds = number
            case "--seed":
                guard let number = words.popFirst().flatMap({ UInt64($0) }) else { return nil }
                seed = number
            case "--loss":
                losses = words.popFirst()?.split(separator: ",").compactMap { Int($0) } ?? []
                guard !losses.isEmpty, losses.allSatisfy((0...100).contains) else { return nil }
            case "--folder":
                guard let path = words.popFirst() else { return nil }
                folder = URL(fileURLWithPath: path).path
            default: return nil
            }
        }
        guard !FileManager.default.fileExists(atPath: folder), folder.utf8.count < 70 else { return nil }
    }
}
