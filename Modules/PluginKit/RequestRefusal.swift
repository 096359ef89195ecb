/// A request that is refused before any rule of the domain is asked.
enum RequestRefusal: Error, Hashable, CustomStringConvertible {
    case expired
    case unknown(String, PluginName, [String])

    var description: String {
        switch self {
        case .expired: "the command came after its deadline and was not carried out."
        case .unknown(let name, let plugin, let known):
            "\(plugin) knows no \u{201c}\(name.prefix(64))\u{201d}; it knows \(known.sorted().joined(separator: ", "))."
        }
    }
}
