package dev.cairn.proof.store;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A column family of the proof store. The names are on disk: add, never rename. */
enum Column {
  /** Positions in the journals, layout version, network. */
  META,
  /** Batch id → what the gateway said of it. */
  BATCHES,
  /** Batch id → what the ingestor said of it. */
  ANCHORS,
  /** Batch id → its leaf hashes in order. */
  LEAVES,
  /** Batch id, leaf index → event and receipt. */
  EVENTS,
  /** Event id → batch id, leaf index. */
  PLACES,
  /** Tenant, opening time, batch id → nothing. */
  CATALOG,
  /** Batch id → position of the journal entry that made it final: batches that wait for a proof. */
  DUE,
  /** Batch id → the anchor part of its evidence. */
  PROOFS,
  /** Block time, chain, height, hash, batch id → nothing. */
  PINS;

  byte[] familyName() {
    return name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
  }
}
