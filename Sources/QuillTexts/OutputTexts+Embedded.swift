import QuillEmitter

extension OutputTexts {
    /// The texts that travel inside the binary, which therefore works without the checkout that it came from.
    public static var embedded: OutputTexts {
        OutputTexts(
            templates: EmbeddedText.templates, runtime: EmbeddedText.runtime,
            clientRuntime: EmbeddedText.clientRuntime, serverRuntime: EmbeddedText.serverRuntime)
    }
}
