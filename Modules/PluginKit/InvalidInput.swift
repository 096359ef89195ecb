import CloudEvents
package import Contracts

/// An input that cannot be read or names what does not exist; nothing of it is kept.
package struct InvalidInput: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence for a person: what is wrong and how it should be.
    package let description: String
    /// The place in the delivered file, when the fault is there.
    package let place: FilePlace?

    /// Makes a refusal of an input.
    package init(_ description: String, at place: FilePlace? = nil) {
        self.description = description
        self.place = place
    }

    /// Reads a request's body, or says which member is missing or wrong.
    static func reading<Value: Decodable>(_ type: Value.Type, from json: JSONValue) throws -> Value {
        do {
            return try JSON.decode(type, from: json)
        } catch {
            let why = JSON.describe(error)
            throw InvalidInput("the request cannot be read: \(why)" + (why.hasSuffix(".") ? "" : "."))
        }
    }
}
