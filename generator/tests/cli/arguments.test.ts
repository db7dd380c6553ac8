import { expect, test } from "vitest";
import { parseCommand } from "../../src/cli/arguments.js";

const defaults = { watch: false, allowRemote: false, allowOutside: false };

test.each([
  ["--help", { kind: "help" }],
  ["generate -h", { kind: "help" }],
  ["-v", { kind: "version" }],
  ["generate", { kind: "generate", ...defaults }],
  ["check --target a", { kind: "check", target: "a", ...defaults }],
  [
    "generate --watch --allow-remote",
    { ...defaults, kind: "generate", watch: true, allowRemote: true },
  ],
  ["check --allow-outside", { ...defaults, kind: "check", allowOutside: true }],
  [
    "generate --schema a.yaml --out=b --name Api --package p",
    { kind: "generate", schema: "a.yaml", out: "b", name: "Api", packageName: "p", ...defaults },
  ],
  ["generate --verbose", { kind: "generate", ...defaults, verbosity: "verbose" }],
  ["generate --suggest", { kind: "generate", ...defaults, suggest: { force: false } }],
  [
    "generate --suggest --schema a.yaml --overlay b.yaml --force",
    {
      kind: "generate",
      ...defaults,
      schema: "a.yaml",
      suggest: { overlay: "b.yaml", force: true },
    },
  ],
  ["check --quiet --json", { kind: "check", ...defaults, verbosity: "quiet", json: true }],
])("`%s` is parsed", (line, command) => {
  expect(parseCommand(line.split(" "))).toEqual(command);
});

test.each([
  ["", /generate or check/],
  ["build", /Unknown command 'build'/],
  ["generate more", /Unexpected argument 'more'/],
  ["generate --nope", /--nope/],
  ["generate --out", /--out/],
  ["generate --out b", /go together/],
  ["generate --schema a --out b --target c", /--target/],
  ["generate --name X", /gen.yaml/],
  ["generate --schema a --out b --name 1X", /class/],
  ["check --watch", /--watch/],
  ["generate --verbose --quiet", /exclude each other/],
  ["generate --json --watch", /--watch/],
  ["genrate", /Unknown command 'genrate'. Did you mean 'generate'\?$/],
  ["chek", /Did you mean 'check'\?$/],
  ["generate --shema a.yaml", /Unknown option '--shema'. Did you mean '--schema'\?$/],
  ["generate --allow-remotes", /Did you mean '--allow-remote'\?$/],
  ["generate --Quiet", /Did you mean '--quiet'\?$/],
  ["generate --frobnicate", /^Unknown option '--frobnicate'$/],
  ["generate -x", /^Unknown option '-x'$/],
])("`%s` is wrong usage", (line, message) => {
  const command = parseCommand(line.split(" ").filter((word) => word !== ""));
  expect(command).toMatchObject({ kind: "usage", message: expect.stringMatching(message) });
});
