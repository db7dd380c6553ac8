import { expect, test } from "vitest";
import { type Paint, plain } from "../../src/cli/colors.js";
import {
  type Verbosity,
  countOf,
  formatCounts,
  formatDiagnostics,
} from "../../src/cli/diagnostics.js";
import type { SourcePosition } from "../../src/cli/source-positions.js";
import { type Diagnostic, diagnostic } from "../../src/diagnostics/diagnostic.js";

const placeOf = ({ pointer }: Diagnostic): SourcePosition => ({
  file: "a.yaml",
  line: 3,
  column: 5,
  pointer,
});

function formatted(
  diagnostics: readonly Diagnostic[],
  verbosity: Verbosity = "normal",
  paint: Paint = plain,
): string {
  return formatDiagnostics(diagnostics, { verbosity, placeOf, paint }).join("\n");
}

const note = diagnostic("keyword-ignored", "/n", "`not` is not part of the type.", "Do nothing.");
const warnings = ["/a", "/b", "/c"].map((pointer) =>
  diagnostic("schema-invalid", pointer, `${pointer} is wrong.`, "Correct it."),
);
const errors = Array.from({ length: 25 }, (_, index) =>
  diagnostic("ref-unresolved", `/e${index}`, "It is not there.", "Add it."),
);

test("diagnostics of a code have a count and the first place", () => {
  expect(formatted([...warnings, note])).toBe(
    `warning schema-invalid (3) a.yaml:3:5 /a
  /a is wrong.
  help: Correct it.
  and 2 more, which --verbose shows`,
  );
});

test("--verbose shows notes, and every place", () => {
  expect(formatted([...warnings.slice(0, 2), note], "verbose")).toBe(
    `note keyword-ignored a.yaml:3:5 /n
  \`not\` is not part of the type.
  help: Do nothing.
warning schema-invalid (2) a.yaml:3:5 /a
  /a is wrong.
  help: Correct it.
  also a.yaml:3:5 /b: /b is wrong.`,
  );
});

test("errors come last and are all shown, up to a limit", () => {
  const lines = formatted([...errors, ...warnings]).split("\n");
  expect(lines[4]).toBe("error ref-unresolved (25) a.yaml:3:5 /e0");
  expect(lines.filter((line) => line.startsWith("  also "))).toHaveLength(20);
  expect(lines.at(-1)).toBe("  and 4 more, which --verbose shows");
  expect(formatted(errors, "verbose")).not.toContain("more");
});

test("--quiet shows errors only", () => {
  expect(formatted([...warnings, note], "quiet")).toBe("");
  expect(formatted([...warnings, ...errors.slice(0, 1)], "quiet")).toMatch(/^error /);
});

test("a different help is shown with its place", () => {
  const other = diagnostic("schema-invalid", "/d", "/d is wrong.", "Did you mean `c`?");
  expect(formatted([...warnings.slice(0, 1), other], "verbose")).toContain(
    "also a.yaml:3:5 /d: /d is wrong. Did you mean `c`?",
  );
});

const tagged: Paint = (style, text) => `<${style}>${text}</>`;

test("the severity, the code and the help have styles", () => {
  expect(formatted(errors.slice(0, 1), "normal", tagged)).toBe(
    `<red>error</> <bold>ref-unresolved</> a.yaml:3:5 /e0
  It is not there.
  <dim>help:</> Add it.`,
  );
});

test.each<readonly [readonly Diagnostic[], Verbosity, string]>([
  [[], "normal", ""],
  [[note], "normal", "1 note (--verbose shows notes)"],
  [[note], "verbose", "1 note"],
  [[...errors.slice(0, 2), ...warnings.slice(0, 1)], "normal", "2 errors, 1 warning"],
])("%# diagnostics are counted", (diagnostics, verbosity, line) => {
  expect(formatCounts(countOf(diagnostics), verbosity)).toBe(line);
});
