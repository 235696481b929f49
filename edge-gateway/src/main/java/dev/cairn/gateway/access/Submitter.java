package dev.cairn.gateway.access;

import dev.cairn.evidence.event.EventHeader;

/** For whom events come in, and by which rules. Safe for any thread; no call blocks. */
public interface Submitter {

  /** Whose events they are. */
  String tenant();

  /**
   * Takes the events of a request, or of a group of a stream, out of what is left of the rate and
   * the quota; to be called once for them, after parsing and before signatures are checked.
   *
   * @param bytes of the events as received
   * @throws dev.cairn.http.Problem with status 429 when not all of them fit; then none is taken
   */
  Charge charge(int events, long bytes);

  /**
   * The key that must have signed an event with this header; to be called before the signature is
   * checked.
   *
   * @throws dev.cairn.evidence.event.EventRejected when no key is known that was valid at {@code
   *     iat}
   * @throws Refused when this event, however well signed, isn't taken now
   */
  SignerKey keyOf(EventHeader header, long nowMillis);

  /**
   * Takes an event whose signature is good out of what is left to its signer. Asked after the
   * signature was checked, so that nobody can use up what belongs to somebody else.
   *
   * @throws Refused with status 429
   */
  void meter(EventHeader header);
}
