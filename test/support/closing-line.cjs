'use strict'
// Closes a run with one plain line that people and machines can read: what passed, failed, was skipped.
module.exports = class ClosingLine {
  onRunComplete(_contexts, results) {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = results
    const failed = numFailedTests + numRuntimeErrorTestSuites
    process.stdout.write(
      `\n${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped\n`,
    )
  }
}
