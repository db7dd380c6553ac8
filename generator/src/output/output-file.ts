/** A file of the output. */
export interface OutputFile {
  /** Relative to the root of the target, with forward slashes. */
  readonly path: string;
  /** The whole content, with `\n` line endings. */
  readonly text: string;
}
