/** What bundlers begin with: the program as a global name, so that it is found in a bundle of any form. */
import { program } from "./program.js";

Object.assign(globalThis, { program });
