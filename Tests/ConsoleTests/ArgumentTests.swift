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
