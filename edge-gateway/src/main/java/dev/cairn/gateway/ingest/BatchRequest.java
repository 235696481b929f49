package dev.cairn.gateway.ingest;

import java.util.List;

/** A JSON request, its events not looked at yet. */
record BatchRequest(RequestOptions options, List<RawEvent> events) {}
