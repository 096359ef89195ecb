/// Tells why a process of plug-ins cannot start or go on.
package enum HostError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A value of the configuration is not what it should be.
    case configuration(key: String, value: String, expected: String)
    /// A key of the configuration is not known.
    case unknownKey(String, file: String, known: [String])
    /// A file cannot be read.
    case unreadable(file: String, why: String)
    /// The file of an open socket was removed.
    case socketRemoved(String)
    /// A folder cannot be made or used.
    case folder(String, why: String)

    package var description: String {
        switch self {
        case .configuration(let key, let value, let expected):
            "the configuration\u{2019}s \(key) is \u{201c}\(value)\u{201d}; it must be \(expected)."
        case .unknownKey(let key, let file, let known):
            "\(file) has the key \u{201c}\(key)\u{201d}, which is not known; known are \(known.joined(separator: ", "))."
        case .unreadable(let file, let why): "\(file) cannot be read: \(why)"
        case .socketRemoved(let path):
            "the socket \(path) was removed while it was in use: nobody can reach the service until it is started again."
        case .folder(let path, let why): "the folder \(path) cannot be used: \(why)"
        }
    }
}
