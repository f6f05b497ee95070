/** Closes a test run with one plain line: `N passed, N failed, N skipped`. */
export default class SummaryReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.numPendingTests + results.numTodoTests;
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    process.stdout.write('', () => {});
    this.line = `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`;
    setImmediate(() => console.log(this.line));
  }
}
