package dev.cairn.ntm.http;

import dev.cairn.ntm.canonical.PhpEncoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue;

/** Answers in the layout of block files: indented, ASCII. */
final class JsonAnswer {

  private JsonAnswer() {}

  static Answer of(PhpValue value) {
    try {
      return Answer.of(Answer.JSON, PhpEncoder.file(value));
    } catch (PhpJsonException e) {
      throw new IllegalArgumentException("This can't be written as JSON.", e);
    }
  }
}
