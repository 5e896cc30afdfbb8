package org.tocsin.lexicons.observable;

import org.jspecify.annotations.Nullable;

/**
 * A wallet's address that holds.
 *
 * @param value canonical form
 * @param checksumValid true, or null where the format has no checksum
 */
record Address(ObservableKind kind, String value, @Nullable Boolean checksumValid) {}
