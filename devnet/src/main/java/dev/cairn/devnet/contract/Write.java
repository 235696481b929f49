package dev.cairn.devnet.contract;

/**
 * One row that a run has written.
 *
 * @param domain table, such as {@code coin_coin-table}
 * @param row stored bytes of the row
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Write(String domain, String key, byte[] row) {}
