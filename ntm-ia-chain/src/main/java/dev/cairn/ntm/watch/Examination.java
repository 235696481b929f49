package dev.cairn.ntm.watch;

import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.verify.VerificationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A verification of the whole chain, which may take seconds. It is never run twice at once. */
public interface Examination {

  /** {@link IOException} means that it couldn't run, never that the chain is bad. */
  VerificationReport run(Timestamp now) throws IOException;

  /** Greatest age of the newest block; zero if that isn't judged. */
  Duration maxAge();

  /** What the verdict depends on besides the chain; when one of these changes, it runs again. */
  List<Path> inputs();
}
