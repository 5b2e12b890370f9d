// What is known of the server, without VS Code.

export type ServerState =
  | { kind: "starting"; program: string }
  | { kind: "running"; program: string; version: string | undefined }
  /** It was never started, for there is none. */
  | { kind: "missing"; problem: string }
  /** It ended, or could not be started. */
  | { kind: "stopped"; program: string | undefined };
