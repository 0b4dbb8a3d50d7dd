/**
 * Grammar by a trained model: a tagger proposes an edit for each word ({@code models/grammar-tagger}), a language model judges what
 * the tagger is not sure of, and what is left is told as separate findings of a kind.
 */
@org.eclipse.jdt.annotation.NonNullByDefault
package org.scholion.assist.language.internal.grammar;
