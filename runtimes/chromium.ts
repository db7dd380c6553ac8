import { existsSync } from "node:fs";
import { NotRun } from "./outcome.js";

/** A program that may be installed on this machine. */
interface Program {
  readonly name: string;
  /** Where it may be installed. The environment comes first. */
  readonly files: readonly (string | undefined)[];
}

/** Where Chromium may be installed, and its arguments for pages that need nothing but the page. */
export const chromium: Program & { readonly args: readonly string[] } = {
  name: "Chromium",
  files: [process.env["CHROME"], "/usr/bin/chromium", "/usr/bin/google-chrome"],
  args: [
    "--no-sandbox", // the sandbox needs rights that containers do not have
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
  ],
};

/** The file of a program. Throws `NotRun` if it is not installed. */
export function executableOf({ name, files }: Program): string {
  const file = files.find((path) => path !== undefined && existsSync(path));
  if (file === undefined) throw new NotRun(`${name} is not installed`);
  return file;
}
