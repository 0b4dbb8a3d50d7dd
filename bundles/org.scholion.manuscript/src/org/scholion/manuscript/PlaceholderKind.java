package org.scholion.manuscript;

/** What a {@link Placeholder} stands for. */
public enum PlaceholderKind {
    INLINE_MATH,
    /** A displayed formula inside a running sentence. */
    DISPLAY_MATH,
    CITATION,
    CROSS_REFERENCE,
    /** Inline code, file names, keys. */
    CODE,
    URL,
    /** A number, a unit, or both, set by a command (siunitx). */
    QUANTITY,
    /** A glossary or acronym command. */
    GLOSSARY,
    /** A picture, symbol or object in the line. */
    OBJECT,
    /** A command that the reader does not know and that may print something. */
    UNKNOWN
}
