import Foundation
import Glibc
import PartnerKit

/// Follows a partner's door and keeps every event once, in order, in a file of lines; prints a line for each.
@main
struct Main {
    static func main() async {
        do {
            let options = try Options(Array(CommandLine.arguments.dropFirst()))
            let kept = try EventFile(options.state)
            let partner = KVOPartner(door: options.door, keys: options.keys, consumer: options.name) { notice in
                say(notice)
            }
            try await partner.withEvents(after: kept.position) { events in
                for try await event in events {
                    try kept.append(event)
                    let line = "\(event.position.offset)\t\(event.type)\t\(event.subject ?? "-")\n"
                    FileHandle.standardOutput.write(Data(line.utf8))
                }
            }
        } catch let error as Options.WrongUse {
            say(error.description)
            exit(2)
        } catch {
            say("\(error)")
            exit(1)
        }
    }

    private static func say(_ text: String) {
        FileHandle.standardError.write(Data("partner: \(text)\n".utf8))
    }
}
