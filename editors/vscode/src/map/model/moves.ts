// Where a key leads to in the grid.

/** A row and a column by their position on the page; -1 is the heads. */
export interface Position {
  row: number;
  column: number;
}

/** How many there are, and how many rows a page has. */
export interface Extent {
  rows: number;
  columns: number;
  page: number;
}

/** The keys of a grid as ARIA describes them. Nothing for a key that leads nowhere. */
export function move(key: string, ctrl: boolean, from: Position, to: Extent): Position | undefined {
  const { row, column } = from;
  const [lastRow, lastColumn] = [to.rows - 1, to.columns - 1];
  const steps: Record<string, Position> = {
    ArrowUp: { row: ctrl ? -1 : row - 1, column },
    ArrowDown: { row: ctrl ? lastRow : row + 1, column },
    ArrowLeft: { row, column: ctrl ? -1 : column - 1 },
    ArrowRight: { row, column: ctrl ? lastColumn : column + 1 },
    Home: { row: ctrl ? -1 : row, column: -1 },
    End: { row: ctrl ? lastRow : row, column: lastColumn },
    PageUp: { row: row - to.page, column },
    PageDown: { row: row + to.page, column },
  };
  const step = steps[key];
  return step && { row: within(step.row, lastRow), column: within(step.column, lastColumn) };
}

function within(at: number, last: number): number {
  return Math.max(-1, Math.min(at, last));
}
