package dev.cairn.ntm.store;

/** Whether the files of a directory are looked at before they are opened. Any thread may ask. */
final class Caution {

  private volatile boolean advised;

  /** From now on; there is no way back. */
  void advise() {
    advised = true;
  }

  boolean isAdvised() {
    return advised;
  }
}
