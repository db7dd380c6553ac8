/**
 * Runs the program in a page, against the emulator in the page's query, and posts the outcome to
 * the page's server.
 */
type Host = { readonly program: (url: string) => Promise<readonly string[]> };

async function outcome(): Promise<object> {
  try {
    const url = new URL(location.href).searchParams.get("emulator") ?? "";
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- globals.ts defines it
    return { steps: await (globalThis as unknown as Host).program(url) };
  } catch (error) {
    return { message: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) };
  }
}

await fetch("/outcome", { method: "POST", body: JSON.stringify(await outcome()) });
