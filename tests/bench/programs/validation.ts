/** The cost of reading a list with an engine over JSON.parse. Prints the us of each round. */
import { array, decodeLeniently } from "../../../src/lib/schema/index.js";
import type { Schema } from "../../../src/lib/typed.js";
import { fromZod } from "../../../src/lib/zod/engine.js";
import { connectionList } from "../support/connections.js";
import { inTurns } from "../support/rounds.js";

const [count = "10", rounds = "10", slice = "40"] = process.argv.slice(2);

let evaluated = 0;
globalThis.Function = new Proxy(Function, {
  apply(target, self, args) {
    evaluated++;
    return Reflect.apply(target, self, args) as unknown;
  },
  construct(target, args) {
    evaluated++;
    return Reflect.construct(target, args) as object;
  },
});

/** The schemas of zod have the suffix. Those of the built-in engine read JSON themselves. */
type Models =
  | { readonly ConnectionWire: Parameters<typeof fromZod>[0] }
  | { readonly Connection: Schema<unknown> };

// Imported only now, so that what it does at the start is counted too.
// @ts-expect-error -- the bundler replaces the name
const models = (await import("models-of-the-engine")) as Models;
const list = array("ConnectionWire" in models ? fromZod(models.ConnectionWire) : models.Connection);
const text = connectionList(Number(count));

const times = await inTurns(
  {
    parse(times) {
      for (let i = 0; i < times; i++) JSON.parse(text);
    },
    decoded(times) {
      for (let i = 0; i < times; i++) {
        if (decodeLeniently(list, JSON.parse(text)).issues.length > 0)
          throw new Error("does not fit");
      }
    },
  },
  { rounds: Number(rounds), slice: Number(slice), warmUp: 400 },
);
console.log(JSON.stringify({ ...times, evaluated }));
