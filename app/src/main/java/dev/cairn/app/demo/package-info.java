/**
 * The product in half a minute: real seismic events through the whole of Cairn. Everything here
 * goes over public doors only, as a device, an operator and an auditor would.
 */
@NullMarked
package dev.cairn.app.demo;

import org.jspecify.annotations.NullMarked;
