/**
 * Pages for people about a chain: whole documents without script, readable on paper and by a screen
 * reader. All text goes through one class that escapes it.
 */
@NullMarked
package dev.cairn.ntm.page;

import org.jspecify.annotations.NullMarked;
