/**
 * What the door asks about whoever comes: whose events these are, which key signs for a kid, how
 * much is left to them. The answers are look-ups in memory; nothing here waits for a disk.
 */
@NullMarked
package dev.cairn.gateway.access;

import org.jspecify.annotations.NullMarked;
