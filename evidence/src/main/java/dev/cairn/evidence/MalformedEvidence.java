package dev.cairn.evidence;

/** An evidence text can't be read; the message says what and where. */
public final class MalformedEvidence extends RuntimeException {
  private final EvidencePart part;

  MalformedEvidence(EvidencePart part, String message) {
    super(message, null, false, false);
    this.part = part;
  }

  public EvidencePart part() {
    return part;
  }

  /** A whole sentence about what is wrong. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
