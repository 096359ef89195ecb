/// Tells why a key file was not made or not taken.
package enum KeyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no such file.
    case missing(path: String, name: String)
    /// Others than its owner may read it.
    case exposed(path: String, mode: String)
    /// Others than its owner may change it, and so could let themselves in.
    case writable(path: String, mode: String)
    /// It belongs to somebody else.
    case foreign(path: String)
    /// It does not hold what a key file holds.
    case malformed(path: String, why: String)
    /// It is there already and would be lost.
    case exists(path: String, name: String)
    /// The name cannot be that of a file or a user.
    case unfitName(String)
    /// The system refused.
    case system(path: String, why: String)

    package var description: String {
        switch self {
        case .missing(let path, let name):
            "there is no key of \(name) at \(path); make it with: kvo keys make \(name)\(Self.option(path))"
        case .exposed(let path, let mode):
            "\(path) has mode \(mode), so others can read the secret key. Close it first: chmod 600 \(path); "
                + "if somebody may have read it, make a new pair after that with kvo keys rotate."
        case .writable(let path, let mode):
            "\(path) has mode \(mode), so others could put keys of their own there and give commands. Close it: "
                + "chmod go-w \(path); then see whose keys lie there with kvo keys list."
        case .foreign(let path): "\(path) belongs to another user; let each service have a key file of its own."
        case .malformed(let path, let why): "\(path) is no key file: \(why)."
        case .exists(let path, let name):
            "\(path) is there already; to replace the keys of \(name), use: kvo keys rotate \(name)\(Self.option(path))"
        case .unfitName(let name):
            "\u{201c}\(name)\u{201d} cannot be the name of a key; use 2 to 32 lower-case letters, digits or hyphens."
        case .system(let path, let why): "\(path) cannot be used: \(why)."
        }
    }
    /// How a command is told the folder of a key file, without which it would look elsewhere.
    private static func option(_ path: String) -> String {
        path.lastIndex(of: "/").map { " --folder \(path[..<$0])" } ?? ""
    }
}
