package dev.cairn.chainweb;

/** Outside data that can't be parsed; the message is a whole sentence that says what and where. */
public class MalformedException extends IllegalArgumentException {

  public MalformedException(String message) {
    super(message);
  }

  public MalformedException(String message, Throwable cause) {
    super(message, cause);
  }
}
