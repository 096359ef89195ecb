import Foundation
import Glibc

/// Kills publishers, the gateway and partners at random, and shows that nothing was lost, doubled, mixed up or leaked.
///
/// `chaos [--seconds N] [--seed N] [--loss 0,30,100] [--short] [--keep] [--folder FOLDER]`. The status is 0 when all logs
/// are equal, 1 when they are not and 2 when the words are not understood. `chaos partner …` is one of the partners.
@main
enum Chaos {
    static func main() async {
        let words = Array(CommandLine.arguments.dropFirst())
        guard words.first != "partner" else { return await PartnerProgram.main(Array(words.dropFirst())) }
        guard let options = ChaosOptions(words) else {
            print(ChaosOptions.usage)
            exit(2)
        }
        // A line must be there when the next level takes long or the process is stopped.
        setlinebuf(stdout)
        print(
            "chaos: seed \(options.seed), \(options.seconds) s a level, folder \(options.folder)"
                + "; repeat it with --seed \(options.seed)"
        )
        let hasFailed = await run(options)
        if hasFailed {
            print("chaos: the stores, lists and logs are kept in \(options.folder)")
        } else if !options.isKept {
            try? FileManager.default.removeItem(atPath: options.folder)
        }
        exit(hasFailed ? 1 : 0)
    }

    private static func run(_ options: ChaosOptions) async -> Bool {
        var hasFailed = false
        for (index, loss) in options.losses.enumerated() {
            do {
                let level = ChaosLevel(
                    loss: loss,
                    options: options,
                    random: SeededNumbers(options.seed &+ UInt64(loss)),
                    stopsPartner: index == 0
                )
                for line in try await level.run() { print("chaos: loss \(loss) %: \(line)") }
            } catch {
                print("chaos: loss \(loss) %: FAILED\n\(error)")
                hasFailed = true
            }
        }
        return hasFailed
    }
}
