import ArgumentParser
import Contracts
import Scheme
import Testing

@testable import Console

@Suite("Values on the command line")
struct ArgumentTests {
    @Test("a region is its code and its name, which may hold an equals sign")
    func region() {
        let region = RegionArgument(argument: "BU15810409=Maarsbergen - De = Meent")?.region
        #expect(region == Region(code: "BU15810409", name: "Maarsbergen - De = Meent"))
        #expect(RegionArgument(argument: "BU15810409") == nil)
    }

    @Test("a signatory is an organisation and a function")
    func signatory() throws {
        let signatory = try #require(SignatoryArgument(argument: "gemeente-uh=wethouder")).signatory
        #expect(signatory.organisation.text == "gemeente-uh")
        #expect(signatory.function == "wethouder")
        #expect(SignatoryArgument(argument: "Gemeente UH=wethouder") == nil)
    }

    @Test("a bottleneck is a code, an indicator and a title")
    func bottleneck() throws {
        let bottleneck = try #require(BottleneckArgument(argument: "K1=enquete.x=Te donker = onveilig")).bottleneck
        #expect(bottleneck.id.text == "K1")
        #expect(bottleneck.indicator == "enquete.x")
        #expect(bottleneck.title == "Te donker = onveilig")
        #expect(BottleneckArgument(argument: "K1=enquete.x") == nil)
    }

    @Test(
        "a value that cannot be right is refused with how it is written, and an example",
        arguments: [
            ("partner grant politie-mn alles", "alles", "a grant such as certification/gm0344/*/*"),
            ("partner grant Politie */*/*/*", "Politie", "a partner's name: 2 to 32"),
            ("partner rotate-key a1 --public-key -x", "-x", "a public CURVE key: 40 characters of Z85"),
            ("partner disclosed politie-mn --since gisteren", "gisteren", "a date such as 2026-11-23"),
            ("feed parked politie", "politie", "one of registry, analysis, planning, certification, gateway"),
            ("run show 7", "7", "a run identifier such as gm1581-0007-t1"),
            ("area change gm1581-0001 --region Doorn", "Doorn", "a region and its name such as BU15810000=Doorn"),
        ]
    )
    func rule(line: String, value: String, rule: String) throws {
        let error = #expect(throws: (any Error).self) {
            _ = try KVO.parseAsRoot(line.split(separator: " ").map(String.init))
        }
        let message = KVO.message(for: try #require(error))
        #expect(message.hasPrefix("The value '\(value)' is invalid for "))
        #expect(message.contains("it must be \(rule)"))
    }

    @Test("a subcommand's arguments become its command, member by member")
    func command() throws {
        let words = [
            "gm1581-0001-t1", "--organisation", "politie-mn", "--kind", "politie", "--name", "Politie", "--on",
            "2024-02-29",
        ]
        let command = try PartyCommand.Join.parse(words).makeCommand()
        #expect(command.run.text == "gm1581-0001-t1")
        #expect(command.organisation.text == "politie-mn")
        #expect(command.kind == .police)
        #expect(command.on.description == "2024-02-29")
        #expect(throws: (any Error).self) { _ = try PartyCommand.Join.parse(Array(words.dropLast()) + ["2023-02-29"]) }
    }
}
