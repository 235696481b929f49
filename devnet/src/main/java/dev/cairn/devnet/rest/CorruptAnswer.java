package dev.cairn.devnet.rest;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer in which one character, or one byte of a binary form, is another. */
final class CorruptAnswer {

  // A hash or anything longer: headers, payloads, transactions, proofs.
  private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9_-]{43,}");

  private CorruptAnswer() {}

  static Answer.Complete of(Answer.Complete answer) {
    return new Answer.Complete(answer.status(), answer.contentType(), corrupt(answer));
  }

  private static byte[] corrupt(Answer.Complete answer) {
    byte[] body = answer.body();
    if (Representation.OCTETS.contentType().equals(answer.contentType())) {
      byte[] other = body.clone();
      other[other.length / 2] ^= 1;
      return other;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    Matcher encoded = ENCODED.matcher(text);
    return encoded.find() ? corrupt(text, encoded).getBytes(StandardCharsets.UTF_8) : body;
  }

  // The middle is no character whose bits are partly unused.
  private static String corrupt(String text, Matcher encoded) {
    int middle = (encoded.start() + encoded.end()) / 2;
    char other = text.charAt(middle) == 'A' ? 'B' : 'A';
    return text.substring(0, middle) + other + text.substring(middle + 1);
  }
}
