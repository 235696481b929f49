/**
 * Load for a gateway in a process of its own, and what is measured beside it in the same minute.
 * Nothing here is used by a service.
 */
@NullMarked
package dev.cairn.app.load;

import org.jspecify.annotations.NullMarked;
