/** A program that prints errors and then ends with one: an exception, or an unhandled rejection. */
import { failures } from "./failures.js";

const [way] = process.argv.slice(2);
const made = Object.values(await failures());
for (const result of await Promise.allSettled(made.map((fail) => fail()))) {
  if (result.status === "fulfilled") throw new Error("a call succeeded");
  const error = result.reason;
  console.log(error);
  console.error("%s %o %O %j", error, error, error, error);
  console.dir(error, { showHidden: true, depth: 20 });
  console.table([error]);
  console.info(structuredClone(error));
  process.stdout.write(`${JSON.stringify({ error, text: `${error}` })}\n`);
}
const all = Promise.any(made.map((fail) => fail()));
if (way === "exception")
  all.catch((cause: unknown) =>
    setImmediate(() => {
      throw new Error("It did not work", { cause });
    }),
  );
