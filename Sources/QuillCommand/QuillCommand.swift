import QuillDiagnostics
import QuillEmitter

/// The command `quill`, without the process around it.
public enum QuillCommand {
    /// The version of Quill, as `quill --version` prints it.
    public static let version = "0.1.0"

    /// Runs one invocation: `quill generate spec/api.yaml --output Generated`.
    ///
    /// - Parameters:
    ///   - arguments: what stands behind the command's name.
    ///   - environment: the value of an environment variable; `NO_COLOR` and `TERM` are asked for.
    ///   - workingDirectory: the absolute path that relative paths are relative to.
    ///   - progress: writes to the terminal at which somebody waits, from any thread; nil where nobody does.
    ///   - texts: Quill's own templates and runtime; nil for those in the checkout that this was compiled from.
    ///   - pause: waits between two looks of `--watch`; false where the user wants to end it.
    /// - Returns: the code to exit with: 0 where it is done, 1 where the input is at fault, 2 where the invocation is.
    public static func run(
        arguments: [String], environment: (String) -> String?, workingDirectory: String,
        standardOutput: Console, standardError: Console, progress: (@Sendable (String) -> Void)? = nil,
        texts: OutputTexts? = nil, pause: @escaping (Duration) -> Bool = { _ in false }
    ) -> Int32 {
        let mayColor = (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"
        let session = Session(
            workingDirectory: FilePath(workingDirectory), output: standardOutput, errors: standardError,
            mayColor: mayColor, progress: mayColor ? progress.map(ProgressLine.init) : nil, texts: texts)
        return attempt(in: session) { try run(arguments, in: session, pause: pause) }.rawValue
    }

    /// Every command, in the order of the help.
    private static var all: [any Command.Type] {
        [
            InitCommand.self, GenerateCommand.self, InspectCommand.self, ValidateCommand.self, ExplainCommand.self,
            DiffCommand.self, SchemaCommand.self, CompletionsCommand.self, MakefileCommand.self, TargetCommand.self,
            HelpCommand.self,
        ]
    }

    /// What can be written behind each.
    static var commands: [CommandSyntax] { all.map { $0.syntax } }

    /// Tells what went wrong, if anything did.
    private static func attempt(in session: Session, _ work: () throws -> ExitCode) -> ExitCode {
        do {
            return try work()
        } catch let error as InvocationError {
            session.report(error)
            return .invocationAtFault
        } catch let error as DiagnosticsError {
            session.report(error.diagnostics)
            return .inputAtFault
        } catch {
            session.report([.error(.failure, "\(error)", at: nil)])
            return .inputAtFault
        }
    }

    private static func run(
        _ arguments: [String], in session: Session, pause: @escaping (Duration) -> Bool
    ) throws -> ExitCode {
        guard let name = arguments.first else {
            session.errors.write(HelpCommand.overview)
            return .invocationAtFault
        }
        let rest = Array(arguments.dropFirst())
        switch name {
        case "--help", "-h":
            session.output.write(HelpCommand.overview)
            return .done
        case "--version":
            if let extra = rest.first { throw InvocationError("unexpected argument `\(extra)`") }
            session.output.write("quill \(version)\n")
            return .done
        default: break
        }
        guard let command = all.first(where: { $0.syntax.name == name }) else { throw unknown(name) }
        let syntax = command.syntax
        if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
            session.output.write(HelpCommand.text(of: syntax))
            return .done
        }
        let parsed = try ParsedArguments(rest, syntax: syntax)
        let session = session.telling(try Reporting(parsed, of: syntax))
        if parsed.has(Watch.option) {
            return Watch(in: session, pause: pause).run { session in
                attempt(in: session) { try command.init(arguments: parsed, session: session).run() }
            }
        }
        return attempt(in: session) { try command.init(arguments: parsed, session: session).run() }
    }

    static func unknown(_ name: String) -> InvocationError {
        let isOption = name.hasPrefix("-")
        let known = isOption ? ["--help", "--version"] : commands.map(\.name)
        let hint = Spelling.nearest(to: name, among: known).map { "; did you mean `\($0)`?" }
        return InvocationError(
            "unknown \(isOption ? "option" : "command") `\(name)`"
                + (hint ?? "; the commands are \(commands.map { "`\($0.name)`" }.joined(separator: ", "))"))
    }
}

/// What the process exits with.
enum ExitCode: Int32 {
    case done = 0
    case inputAtFault = 1
    case invocationAtFault = 2
}
