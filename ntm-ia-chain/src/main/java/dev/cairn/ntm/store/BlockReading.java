package dev.cairn.ntm.store;

/** What lies where a block's file should be. */
public sealed interface BlockReading {

  /** A file, hashed; its bytes are there if they are few enough to be parsed. */
  record Read(BlockFile file) implements BlockReading {}

  /** A file so large that not even its hash was computed. */
  record TooLarge(long bytes) implements BlockReading {}

  /**
   * No file at all, though something of its name was listed.
   *
   * @param what says what it is instead, as the end of a sentence: "a folder"
   */
  record NoFile(String what) implements BlockReading {}
}
