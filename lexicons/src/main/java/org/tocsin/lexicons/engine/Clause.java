package org.tocsin.lexicons.engine;

import java.util.List;
import java.util.Set;

/**
 * One way to meet what a query requires: a query is often many frames, of which each has a rarest
 * word of its own.
 *
 * @param triggers words of which a text holds one, or cannot meet it
 * @param conditions all of which a text must meet; what is missing most often first
 */
record Clause(Set<QueryWords.Key> triggers, List<Requirement> conditions) {}
