package dev.cairn.ntm.remote;

import java.nio.ByteBuffer;

/** Where the bytes of an answer go. Calls come one after the other, but on several threads. */
interface Body {

  /** An answer begins; {@code offset} bytes of an earlier, broken one are kept. */
  void begin(long offset);

  /** Takes all that the piece holds. */
  void add(ByteBuffer piece);

  long size();

  /** Whether it has got more than it can be any good for. */
  boolean isFull();
}
