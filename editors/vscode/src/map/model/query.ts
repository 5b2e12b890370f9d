// What is typed into the search field: words that must all fit, some only for one kind of name.

/** What a word may be looked for in. `via` is the tag through which a role came, in full. */
const FIELDS = ["machine", "instance", "service", "role", "tag", "via", "is"] as const;
export type Field = (typeof FIELDS)[number];

export interface Term {
  /** Without one, the word may be in any name. */
  field: Field | null;
  /** In lower case. */
  text: string;
}

/** `backup role:client via:"my tag"`. */
export function parse(query: string): Term[] {
  return words(query).map(term).filter(({ text }) => text !== "");
}

/** The word that asks for what came through a tag; by name where there is none. */
export function via(tag: string | null): string {
  if (tag === null) {
    return "is:direct";
  }
  return /[\s"]/.test(tag) ? `via:"${tag.replaceAll('"', "")}"` : `via:${tag}`;
}

export function has(query: string, word: string): boolean {
  return words(query).includes(word);
}

/** The query with a word, or without it if it has it. */
export function toggle(query: string, word: string): string {
  const all = words(query);
  const without = all.filter((it) => it !== word);
  return (without.length < all.length ? without : [...all, word]).join(" ");
}

function words(query: string): string[] {
  return query.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];
}

function term(word: string): Term {
  const colon = word.indexOf(":");
  const field = FIELDS.find((it) => it === word.slice(0, colon).toLowerCase()) ?? null;
  const text = field === null ? word : word.slice(colon + 1);
  return { field, text: text.replaceAll('"', "").toLowerCase() };
}
