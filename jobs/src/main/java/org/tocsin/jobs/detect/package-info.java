/**
 * From raw records to signals, each post version once.
 *
 * <p><b>Versions.</b> A version of a post stands from its {@code versionAt} until the platform
 * deletes or replaces it. An edit therefore is a retraction of all earlier versions at its own
 * time, plus a version of its own; a deletion is a retraction alone. {@link
 * org.tocsin.jobs.detect.Deduplicator} puts the two together in whatever order they arrive: the set
 * of (version, retracted at) that it has given in the end is the same for every order.
 */
@NullMarked
package org.tocsin.jobs.detect;

import org.jspecify.annotations.NullMarked;
