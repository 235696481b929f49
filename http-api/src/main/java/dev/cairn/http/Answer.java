package dev.cairn.http;

/** A good answer of an endpoint; errors are {@link ProblemType}s. */
public record Answer(int status, String description, String mediaType, Schema schema) {

  public Answer {
    if (status < 200 || status > 399) {
      throw new IllegalArgumentException(
          "An answer has a status from 200 to 399, not " + status + "; errors are problem types.");
    }
  }

  public static Answer json(int status, String description, Schema schema) {
    return new Answer(status, description, "application/json", schema);
  }
}
