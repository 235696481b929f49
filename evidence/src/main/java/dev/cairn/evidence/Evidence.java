package dev.cairn.evidence;

import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.receipt.Receipt;
import java.util.Optional;

/**
 * The evidence of one event. Its parts are well-formed; whether they hold and fit together is what
 * {@link dev.cairn.evidence.verify.EvidenceVerifier} finds out.
 *
 * @param event the signed event
 * @param inclusion its place in the batch
 * @param anchor the batch's place on the chain
 * @param receipt the gateway's promise, where it is kept
 */
public record Evidence(Event event, Inclusion inclusion, Anchor anchor, Optional<Receipt> receipt) {
  /** Room for the largest event and output, and ten times what the rest needs. */
  public static final int MAX_BYTES = 2 * 1024 * 1024;

  /** Verifiers take larger events than gateways do by default, for those set otherwise. */
  public static final int MAX_EVENT_BYTES = 1024 * 1024;

  /** Media type of the JSON form. */
  public static final String MEDIA_TYPE = "application/vnd.cairn.evidence+json";

  /**
   * Reads the JSON form.
   *
   * @throws MalformedEvidence with the part that can't be read
   */
  public static Evidence parse(byte[] json) {
    return EvidenceReader.read(json);
  }

  /** The JSON form in its one canonical spelling, without white space. */
  public String toJson() {
    return EvidenceWriter.write(this);
  }
}
