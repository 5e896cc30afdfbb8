package org.tocsin.connectors.sink;

/** A sink that one subtask has to write alone: a topology gives it a parallelism of 1. */
public interface SingleWriter {}
