/** Custom code regions of generated files. */
export {
  type ParsedRegions,
  REGION_NAMES,
  type Region,
  type RegionProblem,
  parseRegions,
} from "./markers.js";
export { type Placed, placeRegions, withoutRegions } from "./place.js";
