package dev.cairn.gateway.register;

import dev.cairn.evidence.event.Event;
import dev.cairn.gateway.act.ActRecord;

/** An act and its event, whose id leads to its evidence. */
public record LoggedAct(ActRecord entry, Event event) {

  String tenant() {
    return entry.act().tenant().value();
  }
}
