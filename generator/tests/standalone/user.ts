import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { tools } from "../../src/emit/package/manifest.js";
import { ended } from "../support/command.js";

/** A project that only depends on a generated package, on its optional peer, and on a compiler. */
export async function installFor(folder: string, tarball: string): Promise<void> {
  mkdirSync(folder);
  for (const [path, text] of Object.entries(programs)) writeFileSync(join(folder, path), text);
  const others = ["msw", "typescript", "@types/node"].map((name) => `${name}@${tools[name]}`);
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", tarball, ...others];
  const { code, err } = await ended(folder, "npm", ...args);
  expect({ code, err }).toEqual({ code: 0, err: "" });
}

interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function packagesOf(folder: string): Lock["packages"] {
  // npm's format.
  return (JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as Lock).packages;
}

/** Where packages come from that are not from a registry: files, folders, Git. */
export function foreignPackages(folder: string): readonly string[] {
  // npm can be told to leave out the URLs of the registry.
  return Object.values(packagesOf(folder))
    .flatMap(({ resolved }) => resolved ?? [])
    .filter((resolved) => !resolved.startsWith("https://"));
}

/** The names of the packages that a package brings. */
export function dependenciesOf(folder: string, name: string): readonly string[] {
  return Object.keys(packagesOf(folder)[`node_modules/${name}`]?.dependencies ?? {});
}

const paths = ["", "/core.js", "/funcs/health.js", "/models/components", "/models/errors.js"];
const specifiers = [...paths, "/testing"].map((path) => JSON.stringify(`@acme/parcels${path}`));

function printing(load: (specifier: string) => string): string {
  const spread = specifiers.map((specifier) => `...${load(specifier)}`).join(", ");
  return `console.log(Object.keys({ ${spread} }).join());\n`;
}

/** Calls a method and a function, against the handlers of the package. */
const program = `
import { HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { ParcelTracking } from "@acme/parcels";
import { ParcelTrackingCore } from "@acme/parcels/core";
import { parcelsGetParcel } from "@acme/parcels/funcs/parcelsGetParcel.js";
import type { Parcel } from "@acme/parcels/models/components";
import { Missing } from "@acme/parcels/models/errors/index.js";
import { getParcel, handlers } from "@acme/parcels/testing";

const server = setupServer(...handlers());
const options = { apiKey: "key" };

async function main(): Promise<void> {
  server.listen();
  const parcel: Parcel = await new ParcelTracking(options).parcels.getParcel({ parcelId: "p" });
  server.use(getParcel(({ params }) => HttpResponse.json({ missing: params.parcel_id }, { status: 404 })));
  const res = await parcelsGetParcel(new ParcelTrackingCore(options), { parcelId: "p" });
  if (!res.ok) console.log(typeof parcel.id, res.error.name, res.error instanceof Missing);
}

void main();
`;

const tsconfig = {
  compilerOptions: {
    target: "ES2022",
    module: "NodeNext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    types: ["node"],
    outDir: "dist",
  },
  files: ["program.mts", "program.cts"],
};

const programs: Readonly<Record<string, string>> = {
  "package.json": JSON.stringify({ name: "user", version: "1.0.0", private: true }),
  "tsconfig.json": JSON.stringify(tsconfig),
  "program.mts": program,
  "program.cts": program,
  "esm.mjs": printing((specifier) => `(await import(${specifier}))`),
  "cjs.cjs": printing((specifier) => `require(${specifier})`),
};
