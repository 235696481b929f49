package dev.cairn.chainweb.pact;

import dev.cairn.chainweb.Hash;

/** The name of a transaction: the hash of its command text. */
public record RequestKey(Hash hash) {

  public static RequestKey parse(String base64Url) {
    return new RequestKey(Hash.parse(base64Url));
  }

  @Override
  public String toString() {
    return hash.toString();
  }
}
