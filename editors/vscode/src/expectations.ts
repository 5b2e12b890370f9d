// The example is a test of the server's too: what that expects stands in comments, which a reader need not see.

/** A text without the comments that begin with a test's marks (see syntax-tests/README.md). */
export function withoutExpectations(text: string): string {
  const lines = text.split("\n");
  return lines.filter((line) => !/^\s*# \s*(\^|\||<-|show:)/.test(line)).join("\n");
}
