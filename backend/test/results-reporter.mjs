import { writeFileSync } from 'node:fs';

/** Counts for CI, written to TEST_RESULTS: a test that was skipped there is a failure. */
export default class ResultsReporter {
  onRunComplete(_, results) {
    const skipped = results.numPendingTests + results.numTodoTests;
    const brokenFiles = results.numRuntimeErrorTestSuites;
    const counts = { passed: results.numPassedTests, failed: results.numFailedTests + skipped + brokenFiles };
    writeFileSync(process.env.TEST_RESULTS, JSON.stringify({ ...counts, skipped, brokenFiles }));
  }
}
