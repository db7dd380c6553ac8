/**
 * The entry of bundlers: makes the program a global, so that it is found in a bundle of any format.
 */
import { program } from "./program.js";

Object.assign(globalThis, { program });
