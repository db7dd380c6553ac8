import { isBytes, isUpload } from "../web/upload.js";
import type { Style } from "./styles.js";

/** How to serialize a member of a form or multipart body, if not by default. */
export interface Part {
  /** The content type of the part. */
  readonly contentType?: string;
  /** The style of the form member. */
  readonly style?: Style;
  /** Whether the member is a file, so that a string is its content even if the type is JSON. */
  readonly file?: boolean;
}

/** The content type of a part, if the document declares a single one or a list. */
export function declaredType({ contentType = "" }: Part): string | undefined {
  const type = contentType.split(",", 1)[0]?.trim();
  return type?.includes("*") ? undefined : type || undefined;
}

/** Whether a part is JSON whatever its value is: strings are quoted, arrays are one part. */
export function isJSON(part: Part): boolean {
  return !part.file && /[/+]json\s*(;|$)/i.test(declaredType(part) ?? "");
}

/** Whether a value is the content of a file, or an `Upload`. */
export function isFile(value: unknown): boolean {
  return isBytes(value) || isUpload(value);
}

/** Throws if there is a file in a value that is sent as JSON, where it would become `{}`. */
export function rejectFiles(value: unknown): void {
  if (isFile(value)) throw new TypeError("expected no file: only multipart bodies can hold one");
  if (typeof value === "object" && value !== null) Object.values(value).forEach(rejectFiles);
}
