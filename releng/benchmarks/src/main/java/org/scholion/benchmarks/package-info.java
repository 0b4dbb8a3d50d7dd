/** Measures speed and memory, each beside a peer in the same run. Started by {@code releng/benchmarks/run}; prints one JSON document. */
package org.scholion.benchmarks;
