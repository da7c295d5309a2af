import Foundation
import QuillEmitter

// Runs mutated documents through the whole generator, and tells which make it crash or hang.
//
//     swift run -c release quill-fuzz [--inputs N] [--first N] [--seed N] [--limit SECONDS] FILE…
//
// The inputs are made in a worker process; where it dies or an input takes longer than the limit, the input is kept in
// the current folder, and another worker goes on behind it. Exits 1 if there was such an input.

let options = FuzzOptions(CommandLine.arguments.dropFirst())
guard !options.files.isEmpty else {
    print("usage: quill-fuzz [--inputs N] [--first N] [--seed N] [--limit SECONDS] FILE…")
    exit(2)
}
exit(try options.progress == nil ? Supervisor(options).run() : Worker(options).run())
