/** Types that programs write, resolved, and the check of values against them (reference 2.3). */
@NullMarked
package dev.cairn.pact.type;

import org.jspecify.annotations.NullMarked;
