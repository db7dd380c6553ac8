import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { command, ended } from "../support/command.js";
import { contents } from "../support/folder.js";
import { namesIn } from "../support/names.js";
import { dependenciesOf, foreignPackages, installFor } from "./user.js";

/** With a cold cache, npm fetches a hundred packages from the registry. */
const PATIENCE_MS = 300_000;

const folder = mkdtempSync(join(tmpdir(), "generator-parcels-"));
const args = ["--schema", "parcels.yaml", "--out", "sdk", "--package", "@acme/parcels"];
const sdk = join(folder, "sdk");
let written: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  cpSync(fileURLToPath(new URL("parcels.yaml", import.meta.url)), join(folder, "parcels.yaml"));
  const { code, out, err } = await command(folder, "generate", ...args);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^typescript: \d+ files \(\d+ new, 0 changed, 0 deleted, 0 unchanged\)/);
  written = contents(sdk);
}, PATIENCE_MS);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a document becomes a complete repository", () => {
  const paths = Object.keys(written).filter(
    (path) => !/^(?:docs|src\/(?:lib|models))\//.test(path),
  );
  expect(new Set(paths)).toEqual(
    new Set([
      ".github/workflows/ci.yml",
      ".gitignore",
      ".npmrc",
      ...["gen.lock", "gen.yaml", "openapi.yaml", "workflow.yaml"].map(
        (name) => `.speakeasy/${name}`,
      ),
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      ...["labels", "parcels", "sdk"].map((name) => `examples/${name}.ts`),
      "package.json",
      "scripts/declarations.mjs",
      ...["core", "index", "testing/handlers"].map((name) => `src/${name}.ts`),
      ...["index", "registration"].map((name) => `src/hooks/${name}.ts`),
      "src/tsconfig.json",
      ...operations.map((name) => `src/funcs/${name}.ts`),
      ...["labels", "parcels", "sdk"].map((name) => `src/sdk/${name}.ts`),
      ...["labels.test", "parcels.test", "sdk.test", "server"].map((name) => `tests/${name}.ts`),
      "tsconfig.build.json",
      "tsconfig.json",
      "tsup.config.ts",
      "vitest.config.ts",
    ]),
  );
  expect(Object.keys(written)).toEqual(
    expect.arrayContaining([
      "src/lib/index.ts",
      "src/models/components/parcels.ts",
      "src/models/errors/parcels.ts",
      "docs/sdks/parcels/README.md",
      "docs/models/components/parcel.md",
    ]),
  );
  expect(written[".speakeasy/openapi.yaml"]).toBe(
    readFileSync(join(folder, "parcels.yaml"), "utf8"),
  );
});

const operations = [
  "health",
  "labelsGetLabel",
  "labelsUploadLabel",
  "parcelsCancelParcel",
  "parcelsCreateParcel",
  "parcelsGetParcel",
  "parcelsListParcels",
  "parcelsUpdateParcel",
];

test("generating again changes nothing, from outside and with its own workflow", async () => {
  const again = await command(folder, "generate", ...args);
  expect(again).toMatchObject({ code: 0, err: "" });
  expect(again.out).toMatch(
    /^typescript: (\d+) files \(0 new, 0 changed, 0 deleted, \1 unchanged\)/,
  );
  expect(await command(folder, "check", ...args)).toMatchObject({ code: 0, err: "" });
  const own = await command(sdk, "check");
  expect(own).toMatchObject({ code: 0, err: "" });
  expect(own.out).toMatch(/^typescript: \d+ files, up to date/);
  expect(contents(sdk)).toEqual(written);
});

test(
  "it installs, compiles, passes its own tests and builds",
  async () => {
    const npm = (...line: readonly string[]): ReturnType<typeof ended> =>
      ended(sdk, "npm", ...line);
    const installed = await npm("install", "--prefer-offline", "--no-audit", "--no-fund");
    expect(installed.code, installed.err).toBe(0);
    const checked = await npm("run", "check");
    expect(checked.code, checked.out + checked.err).toBe(0);
    // A smoke test for each operation, and more for operations that declare errors or pagination.
    const passed = /Tests.*?(\d+) passed/.exec(checked.out)?.[1];
    expect(Number(passed)).toBeGreaterThanOrEqual(operations.length);
    const green = await command(sdk, "check");
    expect(green, green.out).toMatchObject({ code: 0 });
  },
  PATIENCE_MS,
);

test(
  "its build prints nothing, and neither it nor packing warns",
  async () => {
    const built = await ended(sdk, "npm", "run", "build", "--silent");
    expect(built).toEqual({ code: 0, out: "", err: "" });
    const packed = await ended(sdk, "npm", "pack", "--silent", "--pack-destination", folder);
    expect(packed).toEqual({ code: 0, out: `${TARBALL}\n`, err: "" });
  },
  PATIENCE_MS,
);

const TARBALL = "acme-parcels-0.1.0.tgz";

describe("installed from its tarball, with the registry and nothing else", () => {
  const user = join(folder, "user");
  const installed = join(user, "node_modules/@acme/parcels");

  beforeAll(async () => {
    await installFor(user, join(folder, TARBALL));
  }, PATIENCE_MS);

  test("it brings no package, and its optional peer comes from the registry", async () => {
    const { code, out } = await ended(user, "npm", "ls", "--all");
    expect(code, out).toBe(0);
    expect(foreignPackages(user)).toEqual([`file:../${TARBALL}`]);
    expect(dependenciesOf(user, "@acme/parcels")).toEqual([]);
  });

  test("it has its license, its changelog and every page that a page links to", () => {
    const pages = Object.entries(contents(installed)).filter(([path]) => path.endsWith(".md"));
    expect(Object.keys(contents(installed))).toEqual(
      expect.arrayContaining(["CHANGELOG.md", "LICENSE", "README.md", "docs/sdks/sdk/README.md"]),
    );
    const broken = pages.flatMap(([path, text]) =>
      relativeLinks(text)
        .filter((link) => !existsSync(join(installed, dirname(path), link)))
        .map((link) => `${path}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  test.each(["esm.mjs", "cjs.cjs"])("%s loads every kind of path of it", async (program) => {
    const { code, out, err } = await ended(user, process.execPath, program);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const names = ["ParcelTracking", "ParcelTrackingCore", "health", "Status", "ParcelError"];
    expect(out.trim().split(",")).toEqual(expect.arrayContaining([...names, "handlers"]));
  });

  test("programs of both module systems compile against it, and call the API", async () => {
    const compiled = await ended(user, "npx", "--no-install", "tsc", "-p", ".");
    expect(compiled).toEqual({ code: 0, out: "", err: "" });
    for (const program of ["program.mjs", "program.cjs"]) {
      const ran = await ended(user, process.execPath, join("dist", program));
      expect(ran).toEqual({ code: 0, out: "string Missing true\n", err: "" });
    }
  });
});

/** The paths of the links in a page, outside of code, without their anchors. */
function relativeLinks(page: string): readonly string[] {
  return [...outsideFences(page).matchAll(/\]\(([^()\s#]+)/g)]
    .map(([, link = ""]) => link)
    .filter((link) => !/^[a-z]+:/.test(link));
}

test(
  "with the package of the generator in gen.yaml, the repository generates itself",
  async () => {
    const tarball = await packGenerator();
    appendFileSync(join(sdk, ".speakeasy/gen.yaml"), `  generatorPackage: "file:${tarball}"\n`);
    expect(await command(sdk, "generate")).toMatchObject({ code: 0, err: "" });
    for (const line of [
      ["install", "--prefer-offline", "--no-audit", "--no-fund"],
      ["run", "generate"],
      ["run", "generate:check"],
    ]) {
      const { code, out, err } = await ended(sdk, "npm", ...line);
      expect(code, out + err).toBe(0);
      if (line[1] === "generate") expect(out).toContain("(0 new, 0 changed, 0 deleted,");
    }
  },
  PATIENCE_MS,
);

/** Packs the generator as for publishing, in a copy, so that no build is left in the checkout. */
async function packGenerator(): Promise<string> {
  const repository = fileURLToPath(new URL("../../../", import.meta.url));
  // Below the repository, so that the build finds its tools as it does there.
  const copy = join(repository, ".tmp", `sdkwright-${process.pid}`);
  for (const path of ["src/lib", "generator"]) {
    cpSync(join(repository, path), join(copy, path), {
      recursive: true,
      filter: (from) => !/[/\\](?:node_modules|dist|runtime|fixtures|tests)$/.test(from),
    });
  }
  const { code, out, err } = await ended(join(copy, "generator"), "npm", "pack", "--json");
  expect(code, err).toBe(0);
  const [{ filename }] = JSON.parse(out.slice(out.indexOf("[\n"))) as [{ filename: string }];
  const tarball = join(folder, filename);
  cpSync(join(copy, "generator", filename), tarball);
  rmSync(copy, { recursive: true, force: true });
  return tarball;
}

test(
  "a hostile document becomes a repository that compiles, passes its tests, and contains its strings only as strings",
  async () => {
    const schema = fileURLToPath(new URL("../../fixtures/hostile/openapi.yaml", import.meta.url));
    const made = await command(folder, "generate", "--schema", schema, "--out", "hostile");
    expect(made.code, made.err).toBe(0);
    const hostile = join(folder, "hostile");
    const own = Object.entries(contents(hostile)).filter(([path]) => !path.startsWith("src/lib/"));
    for (const [path, text] of own) {
      if (path.endsWith(".ts")) expect(namesIn(path, text)).not.toContain("exit");
      if (path.endsWith(".md")) expect(outsideFences(text)).not.toMatch(ACTIVE);
    }
    symlinkSync(join(sdk, "node_modules"), join(hostile, "node_modules"));
    const checked = await ended(hostile, "npm", "run", "typecheck");
    expect(checked.code, checked.out + checked.err).toBe(0);
    const tested = await ended(hostile, "npm", "test");
    expect(tested.code, tested.out + tested.err).toBe(0);
  },
  PATIENCE_MS,
);

/** HTML, and the end of a label followed by code. */
const ACTIVE = /(?<!\\)<(?!!-- |br\/>|https?:)[^\s`]|(?<!\\)\]\(\s*javascript:/i;

/** The page without blocks and spans of code. */
function outsideFences(page: string): string {
  return page.replace(/^```[^]*?^```$/gm, "").replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, "");
}
