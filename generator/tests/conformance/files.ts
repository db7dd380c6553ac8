import { stringLiteral } from "../../src/emit/print/literal.js";

/** How a file is sent. */
export interface FileAttributes {
  readonly name?: string;
  readonly type?: string;
}

/** The contents of the files that programs send or expect. */
export interface Files {
  /** Adds content and returns the token that stands for it in a wire value. */
  readonly add: (content: string | Buffer, attributes: FileAttributes) => string;
  /**
   * Replaces the tokens in a program by names of constants: a file where the generator prints one,
   * and bytes for `bytes(token)`.
   */
  readonly inCode: (code: string) => string;
  /** The module that exports the constants. */
  readonly module: () => string;
}

interface File extends FileAttributes {
  readonly content: string | Buffer;
}

/** Creates an empty collection of files. */
export function createFiles(): Files {
  const files: File[] = [];
  return {
    add: (content, attributes) => {
      const known = files.findIndex(
        (file) =>
          Buffer.from(file.content).equals(Buffer.from(content)) &&
          file.name === attributes.name &&
          file.type === attributes.type,
      );
      if (known < 0) files.push({ content, ...attributes });
      return `file:${known < 0 ? files.length - 1 : known}`;
    },
    inCode: (code) =>
      code
        .replaceAll(/new Blob\(\["file:(\d+)"\](?:, \{[^{}]*\})?\)/g, "file$1")
        .replaceAll(/"file:(\d+)"/g, "file$1")
        .replaceAll(/bytes\(file:(\d+)\)/g, "bytes$1"),
    module: () =>
      files.map((file, index) => `${constants(file, index)}\n`).join("") || "export {};\n",
  };
}

function constants({ content, name, type }: File, index: number): string {
  const options = type === undefined ? "" : `, { type: ${stringLiteral(type)} }`;
  const make =
    name === undefined
      ? `new Blob([bytes${index}]${options})`
      : `new File([bytes${index}], ${stringLiteral(name)}${options})`;
  return [
    `export const bytes${index}: Uint8Array<ArrayBuffer> = Uint8Array.from(`,
    `  Buffer.from("${Buffer.from(content).toString("base64")}", "base64"),`,
    ");",
    `export const file${index}: Blob = ${make};`,
  ].join("\n");
}
