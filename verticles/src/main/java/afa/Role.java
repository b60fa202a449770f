package afa;

/** What a node may run. */
enum Role {
  /** Sources, and the HTTP way in. */
  INGEST,
  /** The writer of the log. */
  STORE,
  /** Readers' streams and long-polls. */
  DELIVERY,
  /** The copy in PostgreSQL. */
  ARCHIVE,
  /** Pages. */
  SITE,
  /** The web console. */
  CONSOLE
}
