package dev.cairn.evidence.verify;

/** A step of a verification failed; the message says why. */
final class StepFailure extends RuntimeException {
  StepFailure(String detail) {
    super(detail, null, false, false);
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  /** Throws unless the condition holds. */
  static void unless(boolean condition, String detail) {
    if (!condition) {
      throw new StepFailure(detail);
    }
  }
}
