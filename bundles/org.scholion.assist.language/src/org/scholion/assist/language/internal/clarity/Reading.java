package org.scholion.assist.language.internal.clarity;

/**
 * What a word may be.
 *
 * @param lemma its basic form
 * @param tag its part of speech in the Penn Treebank's tags, nouns with LanguageTool's addition of {@code :U} for what has no plural
 */
record Reading(String lemma, String tag) {}
