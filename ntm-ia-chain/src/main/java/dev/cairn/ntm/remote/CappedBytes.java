package dev.cairn.ntm.remote;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A small answer in memory; one byte more than the cap shows that it was too large. */
final class CappedBytes implements Body {

  private final int maxBytes;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  CappedBytes(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public void begin(long offset) {
    if (offset == 0) {
      bytes.reset();
    }
  }

  @Override
  public void add(ByteBuffer piece) {
    byte[] copied = new byte[Math.min(piece.remaining(), maxBytes + 1 - bytes.size())];
    piece.get(copied);
    bytes.writeBytes(copied);
  }

  @Override
  public long size() {
    return bytes.size();
  }

  @Override
  public boolean isFull() {
    return bytes.size() > maxBytes;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }
}
