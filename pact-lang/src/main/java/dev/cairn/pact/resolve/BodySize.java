package dev.cairn.pact.resolve;

/** Measures a body while it is resolved: the frame that it needs and how deep its terms nest. */
final class BodySize {
  private int frame;
  private int nesting;
  private int height;

  void reserve(int variables) {
    frame = Math.max(frame, variables);
  }

  void enter() {
    nesting++;
    height = Math.max(height, nesting);
  }

  void leave() {
    nesting--;
  }

  int frame() {
    return frame;
  }

  int height() {
    return height;
  }
}
