package dev.cairn.evidence;

/** The parts of an evidence text, for saying where one can't be read. */
public enum EvidencePart {
  /** The JSON itself: its structure, member names, end. */
  FORMAT,
  EVENT,
  INCLUSION,
  /** Network, chain, request key, transaction index and SPV proof. */
  TRANSACTION,
  HEADERS,
  RECEIPT
}
