/**
 * From signals to alerts: rules over event-time windows.
 *
 * <p>Each rule counts on its own: state is keyed by rule and group together. A window is evaluated
 * once, when the watermark passes its end; what decides is which versions of posts stand at that
 * end, so the same posts give the same alert in any order of arrival within the lateness that the
 * watermark allows. A retraction after the end of a window does not change its alert.
 */
@NullMarked
package org.tocsin.jobs.alert;

import org.jspecify.annotations.NullMarked;
