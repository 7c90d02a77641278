import Glibc

let arguments = Array(CommandLine.arguments.dropFirst())
switch arguments.first {
case "read": try benchmarkRead(Array(arguments.dropFirst()))
default: print("usage: textmill-bench read FILE…")
}
