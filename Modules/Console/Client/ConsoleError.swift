import Contracts
import PluginKit

/// Tells a person why a command did not succeed, and a script by which status.
enum ConsoleError: Error, CustomStringConvertible {
    /// A service refused.
    case refused(CommandReply.Refused)
    /// A service did not answer, or not as expected.
    case unreachable(PluginName, why: String)
    /// A key is missing, or others could have read it.
    case keyless(String)
    /// A file cannot be read.
    case unreadable(String, why: String)
    /// A file cannot be written.
    case unwritable(String, why: String)
    /// A file's content is not what it should be.
    case invalid(String)
    /// The demonstration did not end as it should.
    case demonstration(String)

    var description: String {
        switch self {
        case .refused(let refused):
            (refused.place.map { "\($0): " } ?? "") + refused.message
        case .unreachable(let service, let why): "\(service) cannot be reached: \(why)"
        case .unreadable(let file, let why): "\(file) cannot be read: \(why)"
        case .unwritable(let file, let why): "\(file) cannot be written: \(why)"
        case .invalid(let why), .demonstration(let why), .keyless(let why): why
        }
    }

    /// The exit status: 1 refused, 65 wrong input, 66 no such file, 69 no service, 70 the service failed,
    /// 73 a file cannot be written, 77 no key (sysexits.h).
    var status: Int32 {
        switch self {
        case .refused(let refused):
            switch refused.code {
            case .invalid: 65
            case .failed, .busy: 70
            case .refused, .conflict, .mismatch, .expired, .unknown: 1
            }
        case .unreachable: 69
        case .unreadable: 66
        case .unwritable: 73
        case .keyless: 77
        case .invalid: 65
        case .demonstration: 1
        }
    }
}
