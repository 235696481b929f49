package dev.cairn.ntm.schedule;

import dev.cairn.ntm.seal.SealOutcome;

/** Who is told how each try to seal ended, on the thread that sealed. It must not throw. */
public interface SealListener {

  void ended(SealOutcome outcome);

  /** No block was sealed; the schedule tries again soon. */
  void failed(Exception why);
}
