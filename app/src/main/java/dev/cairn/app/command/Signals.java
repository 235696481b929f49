package dev.cairn.app.command;

import dev.cairn.app.instance.Running;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ctrl-C and SIGTERM: the first one lets the process end in order, a second one ends it at once.
 * Java itself ignores the second. {@code sun.misc.Signal} is the only way to hear of it, and the
 * compiler has no switch for its warning, so it is reached by name.
 */
final class Signals {
  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

  /** What a shell reports of a process that a signal ended. */
  private static final int ENDED_BY_SIGNAL = 128;

  private static final int SIGINT = 2;
  private static final int SIGTERM = 15;

  private Signals() {}

  /**
   * Serves until the process is told to stop, or the service ends by itself; the exit code.
   *
   * @param ready said when a signal would be heard
   */
  static int serve(Running service, String ready, PrintWriter out) throws InterruptedException {
    endOrderly(service::close);
    out.println(ready);
    out.flush();
    service.awaitClosed();
    return 0;
  }

  /** Runs what has to be done at an orderly end, and hears the signals from now on. */
  private static void endOrderly(Runnable close) {
    Runtime.getRuntime().addShutdownHook(new Thread(close, "shutdown"));
    AtomicBoolean ending = new AtomicBoolean();
    hear("INT", () -> end(ending, ENDED_BY_SIGNAL + SIGINT));
    hear("TERM", () -> end(ending, ENDED_BY_SIGNAL + SIGTERM));
  }

  private static void end(AtomicBoolean ending, int status) {
    if (ending.compareAndSet(false, true)) {
      new Thread(() -> System.exit(status), "end").start();
    } else {
      LOG.warn("Ended at once by a second signal; what was acknowledged is on disk");
      Runtime.getRuntime().halt(status);
    }
  }

  private static void hear(String name, Runnable reaction) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object reacting =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                reaction.run();
                return null;
              });
      Method handle = signal.getMethod("handle", signal, handler);
      handle.invoke(null, signal.getConstructor(String.class).newInstance(name), reacting);
    } catch (ReflectiveOperationException | IllegalArgumentException unheard) {
      LOG.info("A second signal {} will not be heard here", name, unheard);
    }
  }
}
