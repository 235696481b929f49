package dev.cairn.pact.eval;

import java.util.ArrayList;
import java.util.List;

/** The events of a transaction, in the order in which they happened. */
public final class EventLog {
  private final List<Event> events = new ArrayList<>();

  public void add(Event event) {
    events.add(event);
  }

  public List<Event> events() {
    return List.copyOf(events);
  }

  public void clear() {
    events.clear();
  }
}
