/** Commands for whoever operates jobs on a cluster: they look, and change nothing. */
@NullMarked
package org.tocsin.cli.cluster;

import org.jspecify.annotations.NullMarked;
