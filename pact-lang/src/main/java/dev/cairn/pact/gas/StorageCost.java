package dev.cairn.pact.gas;

/** Milligas of reading and storing, by estimated bytes. */
public final class StorageCost {
  private static final long PER_BYTE_READ = 100;
  private static final long PER_BYTE_WRITTEN = 200;

  private StorageCost() {}

  public static long reading(long bytes) {
    return PER_BYTE_READ * bytes;
  }

  public static long writing(long bytes) {
    return PER_BYTE_WRITTEN * bytes;
  }
}
