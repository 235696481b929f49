package dev.cairn.gateway.act;

import java.time.Instant;

/**
 * An act in the log.
 *
 * @param number place in the log, from 1
 * @param by name of the key that was used, or what else let it happen; never a secret
 */
public record ActRecord(long number, Instant at, String by, Act act) {}
