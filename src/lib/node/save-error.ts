import { SDKError, hide } from "../errors/base.js";
import type { ErrorOptions } from "../errors/client.js";

/**
 * The file could not be written. Nothing was left behind, and a file that was there is unchanged.
 */
export class SaveError extends SDKError {
  override readonly name = "SaveError";
  static override get _name(): string {
    return "SaveError";
  }
  /** The path of the file. */
  readonly path: string;
  /** The system's error code: `EEXIST`, `ENOENT`, `EACCES`, `EISDIR`, `ENOSPC`, ... */
  declare readonly code: string | undefined;
  /** The error that led to this one. Not shown when the error is logged. */
  declare readonly cause: unknown;

  constructor(
    path: string,
    message: string,
    options?: ErrorOptions & { readonly code?: string | undefined },
  ) {
    super(`File could not be saved: ${message}`);
    this.path = path;
    hide(this, { code: options?.code, cause: options?.cause });
  }
}
