/** A file of the output. */
export interface OutputFile {
  /** Relative to the root of the target, with forward slashes. */
  readonly path: string;
  /** The whole content, with `\n` line endings. */
  readonly text: string;
  /** Becomes the user's with the first edit. Then it is neither overwritten nor deleted. */
  readonly editable?: boolean;
  /** Written only if there is nothing, and the user's from then on. The lock does not list it. */
  readonly once?: boolean;
}
