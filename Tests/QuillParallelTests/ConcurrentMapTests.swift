import QuillParallel
import Testing

@Suite("What is made on all cores") struct ConcurrentMapTests {
    @Test(arguments: [0, 1, 2, 1000]) func comesInTheOrderOfWhatItIsMadeFrom(count: Int) {
        let numbers = Array(0..<count)
        #expect(numbers.concurrentMap { String($0) } == numbers.map { String($0) })
    }

    @Test func failsAsTheFirstThatFails() {
        struct Odd: Error, Equatable { let number: Int }
        #expect(throws: Odd(number: 1)) {
            try Array(0..<1000).concurrentMap { number throws(Odd) in
                if number % 2 == 1 { throw Odd(number: number) }
                return number
            }
        }
    }
}
