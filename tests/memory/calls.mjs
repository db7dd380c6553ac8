/** Many calls to a server that works must not make the heap grow. */
process.argv.push("--calls", "20000", "--faults", "0");
await import("../soak/run.ts");
