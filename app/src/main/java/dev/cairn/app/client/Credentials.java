package dev.cairn.app.client;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What a client shows, and whom it believes.
 *
 * @param apiKey sent with each request
 * @param trust which servers are believed; absent: those that the system believes
 */
public record Credentials(Optional<String> apiKey, Optional<SSLContext> trust) {
  public static final Credentials NONE = new Credentials(Optional.empty(), Optional.empty());

  /** Never the key. */
  @Override
  public String toString() {
    return "Credentials[" + (apiKey.isPresent() ? "a key" : "none") + "]";
  }
}
