package dev.cairn.ntm.schedule;

import java.time.Duration;

/** Runs work later, one piece at a time. */
public interface SealTimer {

  /** Runs the work once this time has passed; zero is as soon as possible. */
  void after(Duration delay, Runnable work);
}
