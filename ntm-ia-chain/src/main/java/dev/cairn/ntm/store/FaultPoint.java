package dev.cairn.ntm.store;

import java.io.IOException;

/**
 * Where tests let publishing fail. Thrown before a step: it was not done. Thrown after it: it was
 * done but looks failed.
 */
public interface FaultPoint {

  /** Lets everything pass. */
  FaultPoint NONE =
      new FaultPoint() {
        @Override
        public void before(PublishStep step) {}

        @Override
        public void after(PublishStep step) {}
      };

  void before(PublishStep step) throws IOException;

  void after(PublishStep step) throws IOException;
}
