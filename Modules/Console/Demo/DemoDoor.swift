import Contracts
import Foundation
import Keys
import Scheme
import ZeroMQ

/// A partner's door, and the folder in which the partner keeps its keys and what it has received.
struct DemoDoor {
    let livePort: Int
    let feedPort: Int
    let keyFile: String
    let serverKeyFile: String
    let state: String
    let publicKey: PartnerKey

    /// Chooses two ports that are free now and makes the partner's keys.
    ///
    /// - Parameters:
    ///   - name: The partner's name.
    ///   - folder: The partner's folder.
    ///   - serverKeyFile: The file with the gateway's public key.
    /// - Throws: `KeyError`, or ``ConsoleError`` when no port is free.
    init(of name: String, in folder: String, serverKeyFile: String) async throws {
        let keys = KeyFolder(folder)
        let key = try keys.make(name)
        guard let publicKey = PartnerKey(key.description) else { preconditionFailure("a new key is a key") }
        self.publicKey = publicKey
        (livePort, feedPort) = try await FreePorts.pair()
        keyFile = "\(folder)/\(name).secret"
        self.serverKeyFile = serverKeyFile
        state = "\(folder)/partner"
    }
}
