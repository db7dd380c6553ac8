/** True for a number of JSON or YAML whose decimal digits JavaScript prints again. */
export function isExact(number: string): boolean {
  const value = Number(number);
  if (!Number.isFinite(value)) return false;
  const isDecimal = /^[-+.\d]+(?:e[-+]?\d+)?$/i.test(number);
  return decimal(isDecimal ? number : String(BigInt(number))) === decimal(String(value));
}

/** The significant digits of a number and its exponent: `123e-2` for `1.230`. */
function decimal(number: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^([-+]?)(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i.exec(number) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  const significant = digits.replace(/0+$/, "");
  if (significant === "") return "0";
  const shift = Number(exponent) - fraction.length + digits.length - significant.length;
  return `${sign === "-" ? "-" : ""}${significant}e${shift}`;
}
