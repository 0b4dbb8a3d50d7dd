package org.scholion.library.search;

/**
 * A passage of a document.
 *
 * @param text some sentences
 * @param page 1-based
 * @param words how well the words agree, 0 or more (BM25)
 * @param meaning the cosine of the vectors; 0 without a model
 */
public record PassageHit(String text, int page, double words, double meaning) {}
