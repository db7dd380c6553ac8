import assert from "node:assert/strict";
import type { ServedEmulator } from "../../src/testing/index.js";
import type { Page } from "../browser.js";
import { vendors } from "../../examples/web/emulator.js";
import { start } from "../../examples/web/server.js";
import type { PageStep } from "./step.js";

/** What customers do in the example application: connect, list, reconnect and disconnect. */
export const webExample: readonly PageStep[] = [
  ["customers connect, reconnect and disconnect", connectAndDisconnect],
];

async function connectAndDisconnect(page: Page, emulated: ServedEmulator): Promise<void> {
  process.env["EMULATOR"] = emulated.url;
  const app = await start(await vendors());
  const says = async (message: string): Promise<void> =>
    page.getByRole("status").filter({ hasText: message }).waitFor();
  const allow = (name: "Allow" | "Deny"): Promise<void> =>
    page.getByRole("button", { name }).click();
  const rows = (): Promise<number> => page.getByRole("row").count();
  try {
    await page.goto(app.url);
    assert.equal(await page.title(), "Connections");
    const before = await rows();
    assert.ok(before > 1, "the page lists no connection");

    for (const service of ["hubspot on ampersand", "apollo on nango"]) {
      await page.getByRole("button", { name: service }).filter({ hasText: service }).click();
      assert.match(page.url(), /\/__emulator\/sign-in\?/);
      await allow("Allow");
      await says("The service is connected.");
    }
    assert.equal(await rows(), before + 2);

    // The emulated service no longer renews this token: Nango lists an error.
    const broken = "The service no longer accepts the credentials";
    emulated.emulator.nango.connections[1]!.errors = [{ type: "auth", log_id: "log-1" }];
    await page.goto(app.url);
    await page.getByRole("row").filter({ hasText: broken }).waitFor();
    await page.getByRole("button", { name: "Reconnect salesforce-eu on nango" }).click();
    await allow("Allow");
    await says("The service is connected.");
    assert.equal(await page.getByRole("row").filter({ hasText: broken }).count(), 0);

    // A customer who refuses is told so.
    await page
      .getByRole("button", { name: "apollo on nango" })
      .filter({ hasText: "apollo on" })
      .click();
    await allow("Deny");
    await says("You have not finished signing in.");
    assert.equal(await rows(), before + 2);

    await page.getByRole("button", { name: "Disconnect salesforce-eu on nango" }).click();
    await says("The service is disconnected.");
    assert.equal(await rows(), before + 1);
  } finally {
    app.server.close();
    app.server.closeAllConnections();
  }
}
