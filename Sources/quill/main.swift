import QuillCommand
import QuillEmitter
import QuillTexts

CommandProcess.run(texts: .embedded)
