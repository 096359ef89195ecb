import ArgumentParser
import Keys
import PluginKit
import ZeroMQ

/// Makes and renews the keys with which services, operators and partners prove who they are.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Makes and renews the keys with which services, operators and partners prove who they are.",
        discussion: """
            NAME.secret stays where it was made, readable by its owner alone. NAME.public goes to those who are to talk \
            with NAME: whose public key lies in a service\u{2019}s folder may talk to it.
            """,
        subcommands: [Make.self, Rotate.self, Retire.self, List.self]
    )

    /// The folder of the keys.
    struct Folder: ParsableArguments {
        @Option(help: ArgumentHelp("The folder of the keys.", valueName: "folder"))
        var folder = ".kvo/keys"

        var keys: KeyFolder { KeyFolder(folder) }
    }

    /// Makes key pairs.
    struct Make: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "make",
            abstract: "Makes the key pairs of the names, or of all services and the console."
        )

        @Argument(help: "The names, such as registry or politie-mn; all services and the console when there are none.")
        var names: [String] = []
        @OptionGroup var folder: Folder

        func run() async throws {
            try await KeysCommand.report {
                let all = names.isEmpty ? KeysCommand.standard.filter { !folder.keys.hasPair(of: $0) } : names
                guard !all.isEmpty else { return Console.print("all keys are in \(folder.folder) already") }
                for name in all { Console.print("\(name) \(try folder.keys.make(name))") }
                Console.note("the key pairs are in \(folder.folder); keep each .secret to its owner")
            }
        }
    }

    /// Replaces a key pair.
    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rotate",
            abstract: "Replaces a key pair; the former one still lets NAME in until it is retired.",
            discussion: """
                Bring the new NAME.public to the others, restart NAME, then the others, and retire the former key. For a \
                partner\u{2019}s key use: kvo partner rotate-key
                """
        )

        @Argument(help: "The name.")
        var name: String
        @OptionGroup var folder: Folder

        func run() async throws {
            try await KeysCommand.report { Console.print("\(name) \(try folder.keys.rotate(name))") }
        }
    }

    /// Ends a former key.
    struct Retire: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retire",
            abstract: "Ends the validity of the key that a rotation has replaced."
        )

        @Argument(help: "The name.")
        var name: String
        @OptionGroup var folder: Folder

        func run() async throws {
            try await KeysCommand.report {
                let wasThere = try folder.keys.retire(name)
                Console.print(wasThere ? "the former key of \(name) no longer counts" : "\(name) has no former key")
            }
        }
    }

    /// Lists the public keys.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the public keys.")

        @OptionGroup var folder: Folder

        func run() async throws {
            try await KeysCommand.report {
                var table = TextTable(header: ["name", "public key", "secret here", "former key"])
                for name in try folder.keys.names() {
                    let keys = try folder.keys.publicKeys(of: name)
                    // Read, and not just looked for, so that a file that others can read shows here.
                    let isHere = folder.keys.hasPair(of: name)
                    if isHere { _ = try folder.keys.pair(of: name) }
                    table.append([
                        name, keys[0].description, isHere ? "yes" : "no", keys.count > 1 ? "still valid" : "",
                    ])
                }
                guard !(try folder.keys.names().isEmpty) else {
                    let place = folder.folder
                    return Console.print("no keys in \(place); make them with: kvo keys make --folder \(place)")
                }
                for line in table.lines { Console.print(line) }
            }
        }
    }

    /// Everyone that one system has: the services and the console.
    static let standard = PluginName.all.map(\.description) + [KeyFolder.operatorName]

    private static func report(_ body: () throws -> Void) async throws {
        try await Console.run { try body() }
    }
}
