package dev.cairn.proof.join;

import dev.cairn.proof.store.Change;
import dev.cairn.proof.store.Durability;
import dev.cairn.proof.store.ProofStore;

/** A fault in the n-th commit: not done, or done but reported as failed. */
final class Faults {

  /** The crash that a test asked for. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final int failing;
  private final boolean done;
  private int commits;

  private Faults(int failing, boolean done) {
    this.failing = failing;
    this.done = done;
  }

  static Faults none() {
    return new Faults(-1, false);
  }

  static Faults at(int commit, boolean done) {
    return new Faults(commit, done);
  }

  int commits() {
    return commits;
  }

  void commit(ProofStore store, Change change, Durability durability) {
    boolean fails = commits++ == failing;
    if (!fails || done) {
      store.commit(change, durability);
    }
    if (fails) {
      throw new Crash();
    }
  }
}
