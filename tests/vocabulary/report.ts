/**
 * `npm run vocabulary`: counts what is left of retired names and words. `-- --list` prints every
 * place.
 */
import { type Finding, findNames, findWords } from "./find.js";

const list = process.argv.includes("--list");
let left = 0;

function print(title: string, instead: string, findings: readonly Finding[]): void {
  left += findings.length;
  const areas = ["src", "generator", "tests", "scripts", "docs"] as const;
  const counts = areas
    .map((area) => [area, findings.filter((finding) => finding.area === area).length] as const)
    .filter(([, count]) => count > 0)
    .map(([area, count]) => `${area} ${count}`);
  console.log(
    `${String(findings.length).padStart(5)}  ${title.padEnd(28)} ${counts.join(", ").padEnd(52)} -> ${instead}`,
  );
  if (list) for (const { at, found } of findings) console.log(`         ${at}: ${found}`);
}

console.log("Names of declarations and files");
for (const [{ as, name, instead }, findings] of findNames())
  print(`${name} (${as})`, instead, findings);
console.log("\nWords of comments, strings and pages");
for (const [{ word, instead }, findings] of findWords()) print(word, instead, findings);
console.log(`\n${left} left`);
if (left > 0) process.exitCode = 1;
