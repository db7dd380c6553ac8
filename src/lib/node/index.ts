/** What only servers need: saving binary responses as files. */
export { SaveError } from "./save-error.js";
export { type SaveOptions, type SavedFile, saveTo } from "./save-to.js";
