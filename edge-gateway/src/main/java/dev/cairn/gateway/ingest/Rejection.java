package dev.cairn.gateway.ingest;

import dev.cairn.http.ProblemType;

/** An event that was refused alone: its place in the request, and why. */
record Rejection(int index, ProblemType type, String detail) {}
