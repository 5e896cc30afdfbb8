/**
 * Commands that publish compiled lexicon bundles and watchlists to jobs that run, and say what runs
 * where. What is on the topic is {@link org.tocsin.connectors.bundles}' matter.
 */
@NullMarked
package org.tocsin.cli.bundle;

import org.jspecify.annotations.NullMarked;
