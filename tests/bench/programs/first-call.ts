/**
 * The first call of a fresh process: loading the client, connecting and reading one response.
 * Prints the CPU time and the time since the process started, in ms.
 */
import type { Connect } from "../client.js";

const [module = "", baseURL = ""] = process.argv.slice(2);
// what modules of clients/ and peers/ export
const { connect } = (await import(module)) as { connect: Connect };
const received = await connect(baseURL).list();
const wall = performance.now();
const { user, system } = process.cpuUsage();
if (received.length !== 1) throw new Error(`${module}: expected one object`);
console.log(JSON.stringify({ cpu: (user + system) / 1_000, wall }));
process.exit();
