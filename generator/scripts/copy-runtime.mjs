/**
 * Copies the runtime core into the package: the command writes it into the SDKs that stand alone.
 */
import { cpSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const from = fileURLToPath(new URL("../../src/lib/", import.meta.url));
const to = fileURLToPath(new URL("../runtime/", import.meta.url));

rmSync(to, { recursive: true, force: true });
cpSync(from, to, { recursive: true, filter: (path) => !path.endsWith(".test.ts") });
