package dev.cairn.pact.eval;

import dev.cairn.pact.error.PactException;
import org.jspecify.annotations.Nullable;

/** Counts what a program costs, in thousandths of gas, and stops it at the limit. */
public final class GasMeter {
  private static final long MILLI = 1_000;

  /** What is charged by sizes, or for calls. */
  private static final String WORK = "work";

  private final long limit;
  private final boolean free;
  // Changed by the one thread that runs the transaction.
  private long used;
  // Set by another thread, and read at each charge.
  private volatile boolean broken;
  private @Nullable Log log;

  /** Somebody who looks on while gas is charged. */
  @FunctionalInterface
  public interface Log {
    void add(String what, long milligas);
  }

  private GasMeter(long limitMilligas, boolean free) {
    this.limit = limitMilligas;
    this.free = free;
  }

  /** A meter that stops the program once it has used more gas than the limit. */
  public static GasMeter limited(long gasLimit) {
    return new GasMeter(Math.multiplyExact(gasLimit, MILLI), false);
  }

  /** A meter that counts and never stops the program. */
  public static GasMeter unlimited() {
    return new GasMeter(Long.MAX_VALUE, false);
  }

  /** A meter that charges nothing. */
  public static GasMeter free() {
    return new GasMeter(0, true);
  }

  /** Counts; fails when the limit is passed. */
  public void charge(long milligas) {
    charge(WORK, milligas);
  }

  /** The same for something that has a name; somebody may look on. */
  public void charge(String what, long milligas) {
    if (broken) {
      throw PactException.fatal("Evaluation broken off");
    }
    if (free) {
      return;
    }
    if (log != null && milligas != 0) {
      log.add(what, milligas);
    }
    used = saturatedSum(used, milligas);
    if (used > limit) {
      throw PactException.fatal("Gas limit \"" + limit / MILLI + "\"exceeded: " + gasUsed());
    }
  }

  private static long saturatedSum(long left, long right) {
    long sum = left + right;
    return sum < left ? Long.MAX_VALUE : sum;
  }

  public long milligasUsed() {
    return used;
  }

  /** Tells somebody of each charge from now on; null for nobody. */
  public void tell(@Nullable Log listener) {
    this.log = listener;
  }

  /** Makes all charges fail from now on, also when gas is free; from any thread. */
  public void breakOff() {
    broken = true;
  }

  /** Ends what {@link #breakOff} began. */
  public void goOn() {
    broken = false;
  }

  /** Starts again from that amount; for the REPL. */
  public void reset(long milligas) {
    this.used = milligas;
  }

  /** Whole units, rounded up. */
  public long gasUsed() {
    return used / MILLI + (used % MILLI == 0 ? 0 : 1);
  }

  public long gasLimit() {
    return limit / MILLI;
  }
}
