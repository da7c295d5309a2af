import QuillCommand

// The command as Quill's plugins run it. SwiftPM builds the tools of plugins before any plugin runs, so this one cannot
// have the texts inside that a plugin puts into `quill`; it reads them from the checkout that it is built from.
CommandProcess.run()
