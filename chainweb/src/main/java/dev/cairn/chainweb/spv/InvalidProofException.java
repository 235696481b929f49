package dev.cairn.chainweb.spv;

import dev.cairn.chainweb.MalformedException;

/** A proof that can be read and yet can't be right, whatever its root. */
public final class InvalidProofException extends MalformedException {

  public InvalidProofException(String message) {
    super(message);
  }
}
