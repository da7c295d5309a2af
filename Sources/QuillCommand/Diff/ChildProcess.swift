#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs another program, by its arguments: no shell is ever asked.
enum ChildProcess {
    /// What came of it.
    struct Result {
        let status: Int32
        let output: [UInt8]
        let errors: String
    }

    /// Why it could not be run.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The variables that the program sees of those of this process.
    private static let variables = [
        "PATH", "HOME", "XDG_CONFIG_HOME", "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CEILING_DIRECTORIES",
        "TMPDIR", "DEVELOPER_DIR",
    ]

    /// Waits for the program to end.
    ///
    /// - Parameter limit: how many bytes it may write.
    /// - Throws: where there is no such program, or it writes more.
    static func run(_ program: String, _ arguments: [String], limit: Int) throws(Failure) -> Result {
        let output = try Pipe()
        let errors: Pipe
        do { errors = try Pipe() } catch {
            output.close()
            throw error
        }
        let process: pid_t
        do { process = try spawn(program, arguments, output, errors) } catch {
            output.close()
            errors.close()
            throw error
        }
        output.closeWriting()
        errors.closeWriting()
        let (written, told) = read(output.reading, errors.reading, limit: limit)
        // Closed before waiting: a program that still writes ends by that.
        output.closeReading()
        errors.closeReading()
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard written.count <= limit else { throw Failure(description: "it has more than \(limit) bytes") }
        // The low seven bits are the signal that ended it, if one did; the next eight the exit code.
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
        return Result(status: code, output: written, errors: String(decoding: told, as: UTF8.self))
    }

    /// Two ends.
    private struct Pipe {
        let reading: Int32
        let writing: Int32

        init() throws(Failure) {
            var ends: [Int32] = [-1, -1]
            guard pipe(&ends) == 0 else { throw Failure(description: String(cString: strerror(errno))) }
            (reading, writing) = (ends[0], ends[1])
            for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        }

        func closeReading() { _ = ChildProcess.closeDescriptor(reading) }
        func closeWriting() { _ = ChildProcess.closeDescriptor(writing) }

        func close() {
            closeReading()
            closeWriting()
        }
    }

    private static func closeDescriptor(_ descriptor: Int32) -> Int32 { close(descriptor) }

    private static func spawn(
        _ program: String, _ arguments: [String], _ output: Pipe, _ errors: Pipe
    ) throws(Failure) -> pid_t {
        #if canImport(Darwin)
            var actions: posix_spawn_file_actions_t?
        #else
            var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO)
        let environment =
            variables.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } } + ["LC_ALL=C"]
        var words = ([program] + arguments).map { strdup($0) } + [nil]
        var values = environment.map { strdup($0) } + [nil]
        defer { for word in words + values { free(word) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, program, &actions, nil, &words, &values)
        guard code == 0 else {
            throw Failure(description: "\(program) cannot be run: \(String(cString: strerror(code)))")
        }
        return process
    }

    /// Reads both ends at once, so that neither can fill up and stop the program.
    private static func read(_ output: Int32, _ errors: Int32, limit: Int) -> (output: [UInt8], errors: [UInt8]) {
        var texts: [[UInt8]] = [[], []]
        let limits = [limit, 65_536]
        var waiting = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while waiting.contains(where: { $0.fd >= 0 }) {
            guard poll(&waiting, nfds_t(waiting.count), -1) >= 0 else {
                if errno == EINTR { continue }
                break
            }
            for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
                let count = readBytes(waiting[index].fd, &buffer)
                if count > 0 {
                    if texts[index].count <= limits[index] { texts[index] += buffer[..<count] }
                    if index == 0, texts[0].count > limit { waiting[0].fd = -1 }
                } else if count == 0 || errno != EINTR {
                    waiting[index].fd = -1
                }
            }
        }
        return (texts[0], texts[1])
    }

    private static func readBytes(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
        let size = buffer.count
        #if canImport(Glibc)
            return Glibc.read(descriptor, &buffer, size)
        #elseif canImport(Musl)
            return Musl.read(descriptor, &buffer, size)
        #else
            return Darwin.read(descriptor, &buffer, size)
        #endif
    }
}
