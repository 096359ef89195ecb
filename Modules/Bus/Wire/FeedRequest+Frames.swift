import CloudEvents
import Contracts
import FoundationEssentials

extension FeedRequest {
    /// The verb and its JSON.
    package var frames: [[UInt8]] {
        get throws {
            switch self {
            case .hello(let hello): try Self.frames("HELLO", hello)
            case .fetch(let fetch): try Self.frames("FETCH", fetch)
            case .acknowledge(let acknowledge): try Self.frames("ACK", acknowledge)
            case .snapshot(let snapshot): try Self.frames("SNAPSHOT", snapshot)
            case .parked(let parked): try Self.frames("PARKED", parked)
            case .command(let command): try Self.frames("CMD", command)
            case .query(let query): try Self.frames("QRY", query)
            }
        }
    }

    private static func frames(_ verb: String, _ value: some Encodable) throws -> [[UInt8]] {
        [Array(verb.utf8), Array(try JSON.encode(value))]
    }

    /// Reads the verb and its JSON.
    ///
    /// - Throws: A fault that says what is wrong.
    package init(frames: ArraySlice<[UInt8]>) throws(FeedReply.Fault) {
        guard frames.count == 2, let verb = frames.first, let body = frames.last else {
            throw FeedReply.Fault(.badRequest, "a request has the verb and its JSON, two frames after the envelope.")
        }
        let json = Data(body)
        do {
            switch String(decoding: verb, as: UTF8.self) {
            case "HELLO": self = .hello(try JSON.decode(Hello.self, from: json))
            case "FETCH": self = .fetch(try JSON.decode(Fetch.self, from: json))
            case "ACK": self = .acknowledge(try JSON.decode(Acknowledge.self, from: json))
            case "SNAPSHOT": self = .snapshot(try JSON.decode(Snapshot.self, from: json))
            case "PARKED": self = .parked(try JSON.decode(Parked.self, from: json))
            case "CMD": self = .command(try JSON.decode(CommandRequest.self, from: json))
            case "QRY": self = .query(try JSON.decode(QueryRequest.self, from: json))
            default:
                throw FeedReply.Fault(
                    .badRequest,
                    "the verb is not one of HELLO, FETCH, ACK, SNAPSHOT, PARKED, CMD and QRY."
                )
            }
        } catch let fault as FeedReply.Fault {
            throw fault
        } catch {
            throw FeedReply.Fault(.badRequest, "the JSON does not fit the verb: \(JSON.describe(error))")
        }
    }
}
