package dev.cairn.ingestor;

/** The two ways in which a step can fail. */
enum Variant {
  NOT_DONE,
  DONE_BUT_REPORTED_FAILED
}
