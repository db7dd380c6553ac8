import { ampersand } from "./ampersand.js";
import { codat } from "./codat.js";
import { mammoth } from "./mammoth.js";
import { nango } from "./nango.js";
import type { Program } from "./program.js";

/** The programs of all platforms. */
export const programs: readonly Program[] = [ampersand, codat, mammoth, nango];
