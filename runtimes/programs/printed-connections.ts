/**
 * Prints connections in every way in which a program prints them. A customer's token is in the
 * platform's own object, `raw`. It must not be in the output.
 */
import process from "node:process";
import { SDK } from "connections-sdk";
import { nango } from "connections-sdk/nango";

/** The token of the emulator's first connection, without its end: this file does not contain it. */
export const token: string = ["access", "0001"].join("-");

/** Runs against the emulator at a URL. */
export async function program(url: string): Promise<string[]> {
  const apiKey = "4fa3e7f0-9d1c-4c0f-8a2b-6d5e4c3b2a19";
  const sdk = new SDK({ platform: nango({ apiKey, serverURL: `${url}/nango` }) });
  const one = { provider: "hubspot", connectionId: "hubspot-acme" };
  const got = await sdk.connections.get(one);
  const page = await sdk.connections.list({});
  for (const value of [got, page, { got }, [got], { ...got }]) {
    console.log(value);
    console.error("%s %j", value, value);
    console.dir(value);
    console.table([value]);
    console.info(structuredClone(value));
    console.log(JSON.stringify(value));
    console.log(await Response.json(value).text());
  }
  const hasToken = JSON.stringify(got.raw).includes(token);
  console.log(hasToken ? "raw has the token" : "raw has no token");
  process.exit(1);
}
