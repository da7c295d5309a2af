import Testing

@testable import QuillSwiftModel

@Suite struct AnswerTextTests {
    @Test(arguments: [
        "", " ", "Response", "OK", "200 OK", "Success.", "A successful response", "Successful operation",
        "default response",
    ])
    func saysNothing(description: String) {
        #expect(AnswerText.telling(description) == nil)
        #expect(AnswerText.returned(description) == nil)
    }

    @Test(arguments: [
        "Created", "Not modified", "Response when creating a secret", "No response", "成功", "Success - a list",
    ])
    func saysSomething(description: String) {
        #expect(AnswerText.telling(description) == description)
    }

    @Test(arguments: [
        ("Returns a list of pets.", "A list of pets."), ("Returns the pet", "The pet"), ("Returns if it is there", nil),
        ("A pet.", nil), ("Returns an", nil),
    ])
    func doesNotSayTwiceWhatIsReturned(description: String, expected: String?) {
        #expect(AnswerText.returned(description) == expected ?? description)
    }

    @Test(arguments: [("A pet", "A pet."), ("A pet.", "A pet."), ("A pet!", "A pet!"), ("`pet`", "`pet`."), ("", "")])
    func endsASentence(text: String, expected: String) {
        #expect(AnswerText.sentence(text) == expected)
    }
}
