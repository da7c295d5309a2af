import QuillMustache
import Testing

@Suite struct TemplateObjectTests {
    @Test func valuesAreFoundReplacedAndRemoved() {
        var object: TemplateObject = ["a": 1, "b": "two", "a": 3]
        #expect(object.keys == ["a", "b"])
        #expect(object["a"] == 3)
        object["b"] = nil
        object["c"] = [true]
        #expect(object["b"] == nil)
        #expect(object.keys == ["a", "c"])
        #expect(TemplateValue.object(object)["c"] == [true])
    }

    @Test func orderDoesNotMatterToEquality() {
        let one: TemplateValue = ["a": 1, "b": [["c": nil]]]
        let other: TemplateValue = ["b": [["c": nil]], "a": 1]
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(one != ["a": 1, "b": [["c": 0]]])
    }
}
