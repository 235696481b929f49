package dev.cairn.ntm.seal;

import dev.cairn.ntm.store.FaultPoint;
import dev.cairn.ntm.store.PublishStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process that seals one block and stops dead before or after a step, until it is killed. */
final class SealingProcess {

  private static final int STOPPED = '!';

  private final Process process;

  private SealingProcess(Process process) {
    this.process = process;
  }

  /** Starts the process; {@code minutes} is how far its clock is ahead of the fixture's start. */
  static SealingProcess start(Path root, int minutes, PublishStep step, boolean done)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            SealingProcess.class.getName(),
            root.toString(),
            Integer.toString(minutes),
            step.name(),
            Boolean.toString(done));
    return new SealingProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Waits until the process stands at its step, and kills it there: no hook runs. */
  void killAtStep() throws IOException, InterruptedException {
    int said = process.getInputStream().read();
    if (said != STOPPED) {
      throw new AssertionError("The process did not come to its step.");
    }
    process.destroyForcibly();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("The process does not end.");
    }
  }

  public static void main(String[] arguments) throws Exception {
    SealerFixture chain = new SealerFixture(Path.of(arguments[0]));
    chain.clock.advanceMinutes(Integer.parseInt(arguments[1]));
    PublishStep at = PublishStep.valueOf(arguments[2]);
    boolean done = Boolean.parseBoolean(arguments[3]);
    chain
        .sealer(
            new FaultPoint() {
              @Override
              public void before(PublishStep step) {
                stop(step == at && !done);
              }

              @Override
              public void after(PublishStep step) {
                stop(step == at && done);
              }
            })
        .seal(chain.source);
  }

  private static void stop(boolean here) {
    if (here) {
      System.out.write(STOPPED);
      System.out.flush();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
