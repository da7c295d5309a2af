import QuillOutput
import Testing

@Suite struct OutputPlanTests {
    @Test func differencesShowWhatComesChangesAndGoes() throws {
        let folder = try TemporaryFolder()
        try folder.write(["changed": "a\n", "same": "s\n", "stale": "x\n"])
        let plan = try folder.plan(["changed": "b\n", "new": "n\n", "same": "s\n"])
        #expect(
            plan.differences() == """
                diff --git a/.quill-manifest b/.quill-manifest
                --- a/.quill-manifest
                +++ b/.quill-manifest
                @@ -1,4 +1,4 @@
                 # Written by quill, which changes and removes only what is listed here.
                 changed
                +new
                 same
                -stale
                diff --git a/changed b/changed
                --- a/changed
                +++ b/changed
                @@ -1 +1 @@
                -a
                +b
                diff --git a/new b/new
                new file mode 100644
                --- /dev/null
                +++ b/new
                @@ -0,0 +1 @@
                +n
                diff --git a/stale b/stale
                deleted file mode 100644
                --- a/stale
                +++ /dev/null
                @@ -1 +0,0 @@
                -x

                """)
        #expect(folder.contents() == [".quill-manifest", "changed", "same", "stale"])
    }
}
