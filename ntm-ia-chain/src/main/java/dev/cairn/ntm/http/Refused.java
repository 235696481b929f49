package dev.cairn.ntm.http;

/** A request that gets a status and a sentence instead of a resource. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final int status;

  private Refused(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  static Refused badRequest(String message) {
    return new Refused(BAD_REQUEST, message);
  }

  static Refused notFound(String message) {
    return new Refused(NOT_FOUND, message);
  }

  Answer answer() {
    return Answer.sentence(status, String.valueOf(getMessage()));
  }
}
