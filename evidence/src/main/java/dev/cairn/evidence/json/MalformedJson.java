package dev.cairn.evidence.json;

import dev.cairn.chainweb.MalformedException;

/** A text is not JSON of the expected shape; what its values say was not yet looked at. */
public final class MalformedJson extends MalformedException {
  MalformedJson(String message) {
    super(message);
  }
}
