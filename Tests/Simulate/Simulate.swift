import Simulation
@main enum Simulate { static func main() {} }
