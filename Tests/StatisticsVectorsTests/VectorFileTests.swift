import Foundation
import StatisticsVectors
import Testing

@Suite("Reading examples")
struct VectorFileTests {
    private func read(_ text: String) throws -> VectorFile { try VectorFile(json: Data(text.utf8)) }

    private func message(_ text: String) -> String {
        do {
            _ = try read(text)
            return "read without error"
        } catch {
            return "\(error)"
        }
    }

    private static let good = """
        {"id": "a", "method": "m", "inputs": {"x": 1, "rows": [[1, null]]}, "expected": {"p": 0.5}, \
        "tolerance": {"rel": 1e-9, "abs": 1e-12}}
        """

    @Test("both formats are read; 17 and 17.0 are the same")
    func formats() throws {
        let file = try read(
            """
            {"cases": [\(Self.good), {"id": "b", "method": "m", "inputs": {"x": 17.0, "y": 17, "f": true},
            "expected": {"p": null}, "tolerance": 0.5, "source": "s", "note": "", "checked": true}]}
            """
        )
        #expect(file.cases.map(\.tolerance) == [.mixed(relative: 1e-9, absolute: 1e-12), .published(0.5)])
        #expect(file.cases[0].inputs["rows"] == .array([.array([1, .null])]))
        #expect(file.cases[1].inputs == ["x": 17, "y": 17, "f": .bool(true)])
        #expect(file.cases[1].expected == ["p": .null])
    }

    @Test("what is no JSON, or has no cases, is refused")
    func noFile() {
        #expect(message("{\"cases\": [").hasPrefix("this is no JSON ("))
        #expect(message("[]").hasPrefix("there is no list named \"cases\""))
        #expect(message("{\"cases\": {}}").hasPrefix("there is no list named \"cases\""))
    }

    @Test("a wrong field is refused with its place, what it is and what is needed")
    func fields() {
        #expect(
            message("{\"cases\": [\(Self.good), {\"id\": 3}]}")
                == "example 2 has a number as \"id\" where a text is needed; correct the file"
        )
        #expect(
            message("{\"cases\": [{\"id\": \"a\"}]}")
                == "example 1, a, has nothing as \"method\" where a text is needed; correct the file"
        )
        let negative = Self.good.replacing("1e-9", with: "-1")
        #expect(message("{\"cases\": [\(negative)]}").contains("as \"tolerance\" where a number of at least 0"))
        let empty = Self.good.replacing("{\"p\": 0.5}", with: "{}")
        #expect(message("{\"cases\": [\(empty)]}").contains("an object with at least one field"))
    }

    @Test("two examples of one name are refused")
    func names() {
        #expect(message("{\"cases\": [\(Self.good), \(Self.good)]}").hasPrefix("two examples are named a;"))
    }
}
