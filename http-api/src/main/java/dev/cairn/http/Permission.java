package dev.cairn.http;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a caller may do; an endpoint needs one of these, and an API key is given some. */
public enum Permission {
  /** Nothing is asked: health, the description of the API, what is public by its nature. */
  NONE,
  /** Post events. */
  SUBMIT,
  /** Fetch what is named by its id: batches, proofs and evidence of the caller's tenant. */
  READ,
  /** List what there is: the catalog, usage and audit log of the caller's tenant. */
  AUDIT,
  /** Change keys and devices of the caller's tenant. */
  ADMIN;

  /** The stable name in requests and answers. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The permission of a name; the one that asks for nothing can't be given. */
  public static Optional<Permission> parse(String text) {
    return Stream.of(values())
        .filter(permission -> permission != NONE && permission.text().equals(text))
        .findFirst();
  }
}
