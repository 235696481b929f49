/**
 * One process of everything: opens the rooms in the order of an event's way, joins them by their
 * journals, serves them on one port, and closes them in the opposite order.
 */
@NullMarked
package dev.cairn.app.instance;

import org.jspecify.annotations.NullMarked;
