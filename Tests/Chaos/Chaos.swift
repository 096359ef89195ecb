import Foundation
import Glibc

/// Kills publishers, the gateway and partners at random, and shows that nothing was lost, doubled, mixed up or leaked.
///
/// `chaos [--duration N] [--seed N] [--loss 0,30,100] [--short] [--keep] [--folder FOLDER]`. The status is 0 when all logs
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
        say("seed \(options.seed), \(options.seconds) s a level, folder \(options.folder)")
        let signals = RunningProcess.endWithThisProgram()
        let hasFailed = await run(options)
        withExtendedLifetime(signals) {}
        if hasFailed {
            say("the stores, lists and logs are kept in \(options.folder)")
        } else if !options.isKept {
            try? FileManager.default.removeItem(atPath: options.folder)
        }
        exit(hasFailed ? 1 : 0)
    }

    /// Prints a line at once: it must be there when the next level takes long or the process is stopped.
    private static func say(_ text: String) {
        FileHandle.standardOutput.write(Data("chaos: \(text)\n".utf8))
    }

    private static func run(_ options: ChaosOptions) async -> Bool {
        var hasFailed = false
        let programs: PartnerPrograms
        do {
            programs = try PartnerPrograms(building: "\(options.folder)/c")
        } catch {
            say("FAILED\n\(error)")
            return true
        }
        for note in programs.notes { say("\(note)") }
        for (index, loss) in options.losses.enumerated() {
            do {
                var level = ChaosLevel(
                    number: index + 1,
                    loss: loss,
                    options: options,
                    programs: programs,
                    random: SeededNumbers(options.seed &+ UInt64(index))
                )
                for line in try await level.run() { say("loss \(loss) %: \(line)") }
            } catch {
                say("loss \(loss) %: FAILED\n\(error)")
                hasFailed = true
            }
        }
        return hasFailed
    }
}
