import Foundation
import PluginHost
import Scheme
import TestSupport
import Testing

@Suite("A scheme file of an operator")
struct SchemeFileTests {
    @Test("that is not there is refused with its name")
    func missing() throws {
        let error = #expect(throws: HostError.self) { try SchemeCatalogue(files: ["/nowhere/kvo-4.json"]) }
        #expect(error?.description.hasPrefix("/nowhere/kvo-4.json cannot be read: ") == true)
    }

    @Test("that is wrong is refused with its name and the reason")
    func wrong() async throws {
        try await withTemporaryDirectory { folder in
            let file = folder.file("kvo-4.json")
            try Data("{}".utf8).write(to: URL(fileURLWithPath: file))
            let error = #expect(throws: HostError.self) { try SchemeCatalogue(files: [file]) }
            #expect(
                error?.description
                    == "\(file) cannot be read: the scheme file cannot be read: “id” is missing at the top."
            )
        }
    }

    @Test("is not needed")
    func none() throws {
        #expect(try SchemeCatalogue(files: []).identifiers.count == 2)
    }
}
