package dev.cairn.chainweb.payload;

import dev.cairn.chainweb.Bytes;

/** One transaction of a block and its output, both as hashed: command JSON and result JSON. */
public record TransactionWithOutput(Bytes transaction, Bytes output) {}
