/// The value of a literal that is known to be right.
func made<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("a test made no \(Value.self)") }
    return value
}
