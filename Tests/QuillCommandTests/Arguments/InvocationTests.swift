import QuillCommand
import Testing

@Suite("Invocations")
struct InvocationTests {
    @Test(arguments: [
        (["generat"], "unknown command `generat`; did you mean `generate`?"),
        (
            ["zzz"],
            "unknown command `zzz`; the commands are `init`, `generate`, `inspect`, `validate`, `explain`, `diff`, `schema`, `completions`, `makefile`, `target`, `help`"
        ),
        (["--versoin"], "unknown option `--versoin`; did you mean `--version`?"),
        (["--version", "now"], "unexpected argument `now`"),
        (["generate", "--chekc"], "unknown option `--chekc` of `quill generate`; did you mean `--check`?"),
        (["generate", "-x"], "unknown option `-x` of `quill generate`"),
        (["generate", "--output"], "`--output` needs a value: `--output DIR`"),
        (["generate", "--output", "--check"], "`--output` needs a value: `--output DIR`"),
        (["generate", "--output="], "`--output` needs a value: `--output DIR`"),
        (["generate", "--check=yes"], "`--check` takes no value"),
        (["generate", "--name=A", "--name=B"], "`--name` is given twice"),
        (["generate", "a.yaml", "b.yaml"], "unexpected argument `b.yaml`"),
        (["generate", "--", "a.yaml", "--check"], "unexpected argument `--check`"),
        (["generate", "--quiet", "--verbose"], "`--quiet` and `--verbose` contradict each other"),
        (["validate", "--diagnostics", "xml"], "`--diagnostics xml` is none of `text`, `json`, `github`"),
        (
            ["validate", "--verbose", "--diagnostics=json"],
            "`--verbose` and `--diagnostics json` contradict each other: both write to the standard error"
        ),
        (
            ["generate", "--name=1st"],
            "`--name 1st` cannot be a name in Swift: it has to consist of letters from A to Z, digits and `_`, and not "
                + "begin with a digit"
        ),
        (["help", "inspekt"], "unknown command `inspekt`; did you mean `inspect`?"),
        (["validate"], "no document is given, and there is no `quill.json` or `spec/quill.json` that names one"),
    ])
    func areRefusedWithTheReason(_ arguments: [String], _ message: String) throws {
        let run = Run(arguments, in: try Workplace().folder.path)
        #expect(run.errors.hasPrefix("error: \(message)\nRun `quill help"))
        #expect(run.output == "")
        #expect(run.code == 2)
    }

    @Test func pointToADocumentThatIsThere() throws {
        let place = try Workplace(["spec/openapi.yaml": Pets.document])
        #expect(place.run("generate").errors.contains("names one; `quill init spec/openapi.yaml` writes one\n"))
    }

    @Test func printTheVersion() throws {
        let run = try Workplace().run("--version")
        #expect(run.output == "quill \(QuillCommand.version)\n")
        #expect(run.code == 0)
    }

    @Test func withoutACommandPrintTheHelp() throws {
        let run = try Workplace().run()
        #expect(run.errors == Run(["--help"], in: "/").output)
        #expect(run.code == 2)
    }

    @Test(arguments: [
        "generate", "inspect", "validate", "explain", "schema", "init", "completions", "makefile", "target", "help",
    ])
    func explainEveryCommand(_ command: String) throws {
        let help = try Workplace().run("help", command)
        #expect(help.code == 0)
        #expect(help.output.contains("Usage: quill \(command)"))
        #expect(help.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        #expect(try Workplace().run(command, "--help").output == help.output)
        #expect(try Workplace().run(command, "--bogus", "-h").output == help.output)
    }

    @Test func explainValidateLikeThis() throws {
        #expect(
            try Workplace().run("validate", "--help").output == """
                Report everything that is wrong with a document.

                Usage: quill validate [DOCUMENT] [OPTION…]

                  DOCUMENT              The OpenAPI document, in YAML or JSON.
                  --config FILE         The configuration, usually quill.json.
                  --overlay FILE …      Apply an OpenAPI Overlay to the document first.
                  --patch FILE …        Apply a JSON Patch or JSON Merge Patch to the document first.
                  --allow-outside       Follow references to files outside the document's folder.
                  --allow-host HOST …   Ask this host for the document and for what it refers to.
                  --operation ID …      Generate this operation, and others selected.
                  --tag TAG …           Generate the operations with this tag, and others selected.
                  --path PATH …         Generate the operations of this path, and others selected.
                  --scope SCOPE …       Generate the operations that ask for this scope, and others selected.
                  --json                Print what was found as JSON.
                  --strict              Make every warning an error.
                  --quiet               Print errors only.
                  --verbose             Print how long each stage took.
                  --diagnostics FORMAT  How to print errors and warnings: text, json, or github for annotations.
                  --help                Print this.

                Exits 1 if anything is an error, which is when `quill generate` would write nothing. The
                configuration is found as `quill generate` finds it.

                """)
    }

    @Test func takeWhatStandsBehindTwoDashesAsTheDocument() throws {
        let place = try Workplace(["--check": Pets.document])
        #expect(place.run("validate", "--", "--check").output == "--check: no faults\n")
    }

    @Test func colorOnATerminalOnly() throws {
        let place = try Workplace()
        #expect(place.run("validate", "none.yaml", terminal: true).errors.contains("\u{1B}["))
        #expect(!place.run("validate", "none.yaml").errors.contains("\u{1B}["))
        #expect(
            !place.run("validate", "none.yaml", environment: ["NO_COLOR": "1"], terminal: true).errors.contains(
                "\u{1B}["))
        #expect(
            !place.run("validate", "none.yaml", environment: ["TERM": "dumb"], terminal: true).errors.contains(
                "\u{1B}["))
    }
}
