/** Transactions of several steps: their records, and starting and continuing them (4.9). */
@NullMarked
package dev.cairn.pact.defpact;

import org.jspecify.annotations.NullMarked;
