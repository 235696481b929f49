/**
 * The verdict on a chain at this moment, for any number of people who ask: one verification for
 * each newest block, shared by all, with only the age judged anew.
 */
@NullMarked
package dev.cairn.ntm.watch;

import org.jspecify.annotations.NullMarked;
