package dev.cairn.pact.gas;

/** Milligas of loading modules: new ones as code, stored ones with what they depend on. */
public final class LoadingCost {
  private static final long PER_BYTE_RESOLVED = 400;
  private static final long BYTES_READ_PER_MILLIGAS = 200;
  private static final long READ = 10;
  private static final long PER_PAIR_MERGED = 10;
  private static final long PER_COMPARISON = 200;
  private static final long PER_TERM = 5;

  private LoadingCost() {}

  /** Resolving the names of a new module of so many estimated bytes. */
  public static long resolving(long bytes) {
    return PER_BYTE_RESOLVED * bytes;
  }

  /** Reading a stored module. */
  public static long reading(long bytes) {
    return bytes / BYTES_READ_PER_MILLIGAS + READ;
  }

  /** Adding so many definitions to those that are loaded. */
  public static long merging(long loaded, long added) {
    return PER_PAIR_MERGED * loaded * added;
  }

  /** Looking at so many terms in search of what the code depends on. */
  public static long visiting(int terms) {
    return PER_TERM * terms;
  }

  /** Looking for a name in a set of so many. */
  public static long searching(int size) {
    return size == 0 ? 0 : PER_COMPARISON * (long) Math.ceil(Math.log(size));
  }

  /** Picking so many definitions out of all that are loaded. */
  public static long picking(int loaded, int picked) {
    double comparisons = picked * Math.log((double) loaded / picked + 1);
    return loaded == 0 ? 0 : PER_COMPARISON * (long) Math.ceil(comparisons);
  }
}
