/** Workflows run every step of .ci/run on every Node that we support, and cannot be hijacked. */
import { readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly strategy?: { readonly matrix: { readonly include: readonly MatrixJob[] } };
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

interface MatrixJob {
  readonly name: string;
  readonly node: number | string;
  readonly run: string;
}

const folder = ".github/workflows";

function textOf(name: string): string {
  return readFileSync(`${folder}/${name}`, "utf8");
}

function workflow(name: string): Workflow {
  // Written by hand, and read by GitHub too.
  return parse(textOf(name)) as Workflow;
}

const matrix = workflow("ci.yml").jobs["check"]?.strategy?.matrix.include ?? [];

/** The names of the steps, after the installation that each job begins with. */
function steps(): readonly string[] {
  const script = readFileSync(".ci/run", "utf8");
  const names = [...script.matchAll(/^(?:step|tests) (\S+)/gm)].map(([, name = ""]) => name);
  return names.filter((name) => name !== "install");
}

test("the jobs of CI together run every step of .ci/run, and no other", () => {
  const run = matrix.flatMap((job) => /^\.ci\/run (.+)$/.exec(job.run)?.[1]?.split(" ") ?? []);
  expect(new Set(run)).toEqual(new Set(steps()));
});

test("every job of CI has a name of its own", () => {
  expect(new Set(matrix.map(({ name }) => name)).size).toBe(matrix.length);
});

test("the suite runs on the oldest Node, on those that are maintained, and on the newest", () => {
  const nodes = matrix.filter(({ run }) => / test( |$)/.test(run)).map(({ node }) => node);
  expect(nodes).toEqual([20, 22, 24, "latest"]);
  expect(readFileSync("package.json", "utf8")).toContain(`"node": ">=${nodes[0]}"`);
});

test.for(readdirSync(folder))("%s pins its actions and keeps no secret", (name) => {
  const { permissions, jobs } = workflow(name);
  expect(permissions).toEqual({ contents: "read" });
  const used = Object.values(jobs).flatMap((job) => job.steps.flatMap(({ uses }) => uses ?? []));
  expect(used.filter((uses) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  expect(textOf(name)).not.toContain("secrets.");
});

test("only the job that publishes can, and it installs nothing", () => {
  const { jobs } = workflow("release.yml");
  const trusted = Object.values(jobs).filter((job) => job.permissions?.["id-token"] === "write");
  expect(trusted).toEqual([jobs["publish"]]);
  const commands = jobs["publish"]?.steps.flatMap(({ run }) => run ?? []).join("\n");
  expect(jobs["publish"]?.environment).toBe("npm");
  expect(commands).toMatch(/^npm publish .* --provenance/m);
  expect(commands).not.toMatch(/npm (?:ci|install|i|run|exec)|npx/);
});
