package dev.cairn.ntm.verify;

/** Is told how far a verification is; called on the verifying caller's thread, often. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (done, all) -> {};

  /** So many blocks were checked of all that will be. */
  void checked(long done, long all);
}
