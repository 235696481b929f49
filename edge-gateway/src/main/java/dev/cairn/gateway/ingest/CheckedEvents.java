package dev.cairn.gateway.ingest;

import dev.cairn.gateway.commit.Candidate;
import java.util.List;

/** The events of a request after the check, each in exactly one of the lists, in order. */
record CheckedEvents(List<Candidate> candidates, List<Rejection> rejected) {}
