import ArgumentParser
import Console

/// The operator's command as an executable.
@main
struct Main {
    static func main() async {
        await KVO.main()
    }
}
