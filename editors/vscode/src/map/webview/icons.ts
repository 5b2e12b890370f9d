// The few pictures on the page.

import { svg, type TemplateResult } from "lit-html";

const frame = (drawing: TemplateResult) =>
  svg`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${drawing}</svg>`;

/** A snowflake. */
export const NIXOS = frame(
  svg`<path d="M8 1.5v13M2.4 4.75l11.2 6.5M2.4 11.25l11.2-6.5M6 2.6 8 4.6l2-2M6 13.4l2-2 2 2M2.7 7.3l2.7-.7-.7-2.7M13.3 8.7l-2.7.7.7 2.7M13.3 7.3l-2.7-.7.7-2.7M2.7 8.7l2.7.7-.7 2.7"/>`,
);

/** A laptop. */
export const DARWIN = frame(svg`<path d="M3.5 3.5h9v7h-9zM1.5 12.5h13"/>`);

export const PROBLEM = frame(svg`<path d="M8 2 14.5 13.5h-13zM8 6.5v3.5M8 11.2v1"/>`);

export const SEARCH = frame(svg`<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 4 4"/>`);

export const EXPORT = frame(svg`<path d="M8 1.5v8M4.8 6.5 8 9.7l3.2-3.2M2.5 11v3.5h11V11"/>`);
