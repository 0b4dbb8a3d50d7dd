package org.scholion.assist.language.internal.spelling;

/** Knows the words of languages. Thread-safe. */
@FunctionalInterface
public interface Dictionary {

    /**
     * Whether a word is in the dictionary of a language, in exactly this case.
     *
     * @param language a BCP 47 tag; of an unknown language no word is known
     */
    boolean knows(String language, String word);
}
