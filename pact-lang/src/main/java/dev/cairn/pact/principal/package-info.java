/**
 * Principals: account names that prove which guard belongs to them, because the name is made from
 * the guard (reference section 2.5). Making and recognizing them is done here.
 */
@NullMarked
package dev.cairn.pact.principal;

import org.jspecify.annotations.NullMarked;
