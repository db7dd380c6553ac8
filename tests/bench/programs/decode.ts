/** The cost of validation over JSON.parse. Prints the us of each round. */
import { Connection } from "../../../src/platforms/ampersand/models/components/connections.js";
import { array, decode } from "../../../src/lib/typed.js";
import { connectionList } from "../support/connections.js";
import { inTurns } from "../support/rounds.js";

const [count = "10", rounds = "10", slice = "40"] = process.argv.slice(2);
const text = connectionList(Number(count));
const list = array(Connection);

const result = await inTurns(
  {
    parse(times) {
      for (let i = 0; i < times; i++) JSON.parse(text);
    },
    decoded(times) {
      for (let i = 0; i < times; i++) {
        if (!decode(list, JSON.parse(text)).ok) throw new Error("does not fit");
      }
    },
  },
  { rounds: Number(rounds), slice: Number(slice), warmUp: 400 },
);
console.log(JSON.stringify(result));
