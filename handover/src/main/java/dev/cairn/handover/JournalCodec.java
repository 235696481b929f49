package dev.cairn.handover;

/**
 * The binary form of one kind of entry. Both methods are pure and may be called concurrently;
 * {@code decode(encode(e))} equals {@code e}.
 */
public interface JournalCodec<E> {

  byte[] encode(E entry);

  /**
   * Reads bytes that {@link #encode} made.
   *
   * @throws MalformedEntryException for any others: another version, torn, superfluous or altered
   *     bytes
   */
  E decode(byte[] bytes);
}
