package org.scholion.assist.language.internal.grammar;

import org.scholion.text.TextEdit;

/**
 * A change of a sentence.
 *
 * @param edit in the sentence as it was
 * @param probability that the tagger gives it, from 0 to 1; of a change in several steps that of the least sure one
 */
record Correction(TextEdit edit, double probability) {}
