import ArgumentParser
import Contracts
import FoundationEssentials
import Scheme

/// Who asks, and how often at most it happens.
struct CommandOptions: ParsableArguments {
    @Option(name: .customLong("as"), help: ArgumentHelp("Who issues it: organisation/role.", valueName: "issuer"))
    var issuer = "kvo/operator"

    @Option(help: ArgumentHelp("The key under which it happens at most once.", valueName: "uuid"))
    var key: String?

    @Option(help: ArgumentHelp("Only if nothing has changed since this revision.", valueName: "number"))
    var expectedRevision: Int64?

    @Flag(help: "Do not wait until the other services have heard of it.")
    var noWait = false

    /// The issuer in its parts.
    func readIssuer() throws -> Issuer {
        let parts = issuer.split(separator: "/")
        guard parts.count == 2, let organisation = OrganisationID(String(parts[0])),
            let role = RoleName(String(parts[1]))
        else { throw ValidationError("--as must be organisation/role, such as gemeente-uh/projectleider.") }
        return Issuer(organisation: organisation, role: role)
    }

    /// The key, a new one when none was given.
    func readKey() throws -> UUID {
        guard let key else { return UUID() }
        guard let uuid = UUID(uuidString: key) else { throw ValidationError("--key must be a UUID.") }
        return uuid
    }
}
