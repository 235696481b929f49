package dev.cairn.handover;

import dev.cairn.handover.Journal.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The listeners of one journal. Safe for any thread. */
public final class Listeners {

  private final List<Registered> registered = new CopyOnWriteArrayList<>();

  public Subscription add(Runnable listener) {
    Registered entry = new Registered(listener, this);
    registered.add(entry);
    return entry;
  }

  public void call() {
    registered.forEach(entry -> entry.listener.run());
  }

  /** Compared by identity: the same listener may be registered twice. */
  private static final class Registered implements Subscription {
    private final Runnable listener;
    private final Listeners home;

    Registered(Runnable listener, Listeners home) {
      this.listener = listener;
      this.home = home;
    }

    @Override
    public void close() {
      home.registered.remove(this);
    }
  }
}
