package dev.cairn.ntm.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A read that will never return: what has a block's name is a pipe or device that waits. Its thread
 * is lost until somebody opens the other end. The source is careful from now on: who reads again is
 * told what it is.
 */
public final class StuckReadException extends IOException {

  private static final long serialVersionUID = 1;

  StuckReadException(Path file) {
    super(file + " is no file, and to open it waits for ever.");
  }
}
