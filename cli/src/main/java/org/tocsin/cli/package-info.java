/**
 * The {@code tocsin} commands. {@code monitor} and {@code demo} run the topology that ships ({@code
 * org.tocsin.jobs}) in this process; {@code match} runs the matcher alone.
 */
@NullMarked
package org.tocsin.cli;

import org.jspecify.annotations.NullMarked;
