import { type Options, defineConfig } from "tsup";

const config: Options = defineConfig({
  entry: ["src/cli.ts"],
  format: ["esm"],
  target: "node20",
  platform: "node",
  clean: true,
  dts: false,
}) as Options;

export default config;
