package org.scholion.assist.drafts;

/** What a sentence does in an abstract, in the order in which abstracts do it. */
public enum SentenceRole {
    /** What is known, and what is missing. */
    BACKGROUND,
    /** What the paper sets out to do. */
    OBJECTIVE,
    /** How it was done. */
    METHOD,
    /** What was found. */
    RESULT,
    /** What follows from it. */
    CONCLUSION,
    /** None of these. */
    OTHER
}
