/**
 * What work costs in milligas, as the table model of Pact 5 has it (reference section 4.11). The
 * formulas here are pure; the evaluator's meter adds them up and stops at the limit.
 */
@NullMarked
package dev.cairn.pact.gas;

import org.jspecify.annotations.NullMarked;
