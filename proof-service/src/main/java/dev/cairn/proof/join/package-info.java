/**
 * Joins the gateway's journal, the ingestor's journal and the proofs into the store. One thread,
 * the clerk, is the only writer; every entry is one atomic change with its position.
 */
@NullMarked
package dev.cairn.proof.join;

import org.jspecify.annotations.NullMarked;
