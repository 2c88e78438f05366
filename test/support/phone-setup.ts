// miniprogram-simulate swallows what lifetimes, observers and handlers throw and only prints it:
// here that fails the test.
export {}

let printed: unknown[] = []
const print = console.error

beforeEach(() => {
  printed = []
  console.error = (...parts: unknown[]) => {
    printed.push(parts[0])
    print(...parts)
  }
})

afterEach(() => {
  console.error = print
  const failure = printed.find((part) => part instanceof Error || /Error/.test(String(part)))
  if (failure) throw failure instanceof Error ? failure : new Error(String(failure))
})
