import CloudEvents
import FoundationEssentials

extension FuzzTarget {
    /// Any JSON text.
    static let json = FuzzTarget(name: "json") {
        [
            #"{"a":[1,-2.5e-3,true,false,null,"\u00e9\ud83d\ude00\n\\\/"],"b":{"":9223372036854775807,"c":1e300}}"#,
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", #""tekst""#, "-0", "1.0",
        ].map { Array($0.utf8) }
    } run: { bytes in
        guard let value = try? JSON.decode(JSONValue.self, from: Data(bytes)) else { return }
        guard let written = try? JSON.encode(value) else {
            return require(false, "a value that was accepted can be written")
        }
        let again = try? JSON.decode(JSONValue.self, from: written)
        require(
            again == value,
            "\(value) is the same when it is written and read again, not \(String(describing: again))"
        )
        require((try? JSON.encode(value)) == written, "the same value is the same bytes")
    }

    /// An event in the structured CloudEvents form.
    static let event = FuzzTarget(name: "event") {
        let bare = CloudEvent(id: "1", source: "/a", type: "b")
        let binary = #"{"specversion":"1.0","id":"1","source":"/a","type":"b","data_base64":"AAEC","subject":null}"#
        return [Array(try Examples.event().json()), Array(try bare.json()), Array(binary.utf8)]
    } run: { bytes in
        let event: CloudEvent
        do {
            event = try CloudEvent(json: Data(bytes))
        } catch {
            return require(!"\(error)".isEmpty, "a refusal says why")
        }
        let written: Data
        do {
            written = try event.json()
        } catch CloudEventError.tooLarge {
            // A short number such as 1e9 is written with all its digits.
            return
        } catch {
            return require(false, "an event that was accepted can be written: \(error)")
        }
        let again = try? CloudEvent(json: written)
        require(again == event, "an event is the same when it is written and read again")
        guard let data = event.data, let payload = try? JSON.encode(data) else { return }
        require((try? event.json(data: payload)) == written, "data that are JSON already give the same bytes")
    }
}
