/** Time limits of the tests that need more than the default, in milliseconds. */
export interface Limits {
  /**
   * For tests that start other programs: Node with tsx takes a second of CPU, a compiler two or
   * three.
   */
  readonly processes: number;
  /** For building, packing and installing the package, or one that the generator wrote. */
  readonly installing: number;
  /**
   * For tests that compute for half a second or more, such as property tests. `npm run fuzz`
   * repeats those.
   */
  readonly computing: number;
  /** For tests that wait for many responses, or for servers that are slow on purpose. */
  readonly waiting: number;
}

/**
 * A limit ends a test that hangs. It says nothing about speed, so it leaves room for a machine on
 * which twenty other programs compete for two cores: about a hundred times what the test takes when
 * it has the machine to itself.
 */
export const limits: Limits = {
  processes: 300_000,
  installing: 600_000,
  computing: 120_000 * Number(process.env["FUZZ_RUNS"] ?? 1),
  waiting: 300_000,
};
