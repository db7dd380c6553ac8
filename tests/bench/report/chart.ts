/** A bar of a chart. */
export interface Bar {
  /** The label at the left of the bar. */
  readonly label: string;
  /** The length of the bar. */
  readonly value: number;
  /** The first and third quartiles. */
  readonly quartiles?: readonly [number, number] | undefined;
  /** Whether the bar is highlighted. */
  readonly ours: boolean;
}

/** Bars on a common scale. Shorter is better. */
export interface Panel {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** Formats the value at the end of a bar. */
  readonly format: (value: number) => string;
  /** Draws a line across the bars at this value. */
  readonly mark?: number | undefined;
}

const line = 22;
const head = 40;
const gap = 28;
const width = 880;
const labels = 330;
const values = 80;

/**
 * Draws panels below each other, as an SVG for light and dark backgrounds, with a description for
 * screen readers.
 */
export function chart(title: string, panels: readonly Panel[]): string {
  let top = 48;
  const drawn = panels.map((panel) => {
    const text = draw(panel, top);
    top += head + panel.bars.length * line + gap;
    return text;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top}" width="${width}" height="${top}" role="img" aria-labelledby="title desc">
<title id="title">${escape(title)}</title>
<desc id="desc">${escape(panels.map(spoken).join(" "))}</desc>
<style>${style}</style>
<rect class="ground" width="${width}" height="${top}"/>
<text class="title" x="16" y="30">${escape(title)}</text>
${drawn.join("\n")}
</svg>
`;
}

/**
 * GitHub's colors for text and background. Ours are blue, and also differ in lightness from the
 * gray of the others.
 */
const style = `
text { font: 13px system-ui, sans-serif; fill: #1f2328 }
.ground { fill: #ffffff }
.title { font-size: 16px; font-weight: 600 }
.panel { font-weight: 600 }
.ours { fill: #0969da }
.other { fill: #8c959f }
.name-ours { font-weight: 600 }
.whisker { stroke: #1f2328; stroke-width: 1.5 }
.mark { stroke: #cf222e; stroke-dasharray: 3 3 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .ground { fill: #0d1117 }
  .ours { fill: #4493f8 }
  .other { fill: #6e7681 }
  .whisker { stroke: #e6edf3 }
  .mark { stroke: #ff7b72 }
}
`;

function draw({ title, bars, format, mark }: Panel, top: number): string {
  const longest = Math.max(...bars.map(({ value, quartiles }) => quartiles?.[1] ?? value));
  const scale = (value: number): number =>
    Math.round(((width - labels - values) * Math.max(value, 0) * 10) / longest) / 10;
  const drawn = bars.map((bar, i) => {
    const y = top + head + i * line;
    const end = labels + scale(bar.quartiles?.[1] ?? bar.value);
    return [
      `<text class="${bar.ours ? "name-ours" : "name"}" x="${labels - 8}" y="${y + 4}" text-anchor="end">${escape(bar.label)}</text>`,
      `<rect class="${bar.ours ? "ours" : "other"}" x="${labels}" y="${y - 7}" width="${scale(bar.value)}" height="14"/>`,
      ...whisker(bar, scale, y),
      `<text x="${end + 6}" y="${y + 4}">${escape(format(bar.value))}</text>`,
    ].join("\n");
  });
  const name = `<text class="panel" x="16" y="${top + 16}">${escape(title)}</text>`;
  if (mark === undefined) return [name, ...drawn].join("\n");
  const [x, from, to] = [labels + scale(mark), top + head - line / 2, bars.length * line];
  return [name, ...drawn, `<path class="mark" d="M${x} ${from}v${to}"/>`].join("\n");
}

function whisker({ quartiles }: Bar, scale: (value: number) => number, y: number): string[] {
  if (quartiles === undefined) return [];
  const [from, to] = quartiles.map((value) => labels + scale(value));
  return [`<path class="whisker" d="M${from} ${y}H${to}M${from} ${y - 4}v8M${to} ${y - 4}v8"/>`];
}

function spoken({ title, bars, format }: Panel): string {
  return `${title}: ${bars.map(({ label, value }) => `${label} ${format(value)}`).join(", ")}.`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
