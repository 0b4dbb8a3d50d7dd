package org.scholion.manuscript.latex.internal.tex;

/** What a known environment holds. The tables name these constants; the text behind the name is the parameter. */
public enum EnvironmentAction {
    /** Paragraphs as around it. */
    TEXT,
    /** Blocks of the kind in the parameter. */
    FLOW,
    LIST,
    FLOAT,
    TABLE,
    DISPLAY_MATH,
    /** Inline mathematics. */
    MATH,
    /** Read up to its literal end: code. */
    VERBATIM,
    /** A drawing or algorithm, in which only captions and labels are read. */
    ISLAND,
    /** Not there. */
    COMMENT,
    BIBLIOGRAPHY,
    LANGUAGE,
    /** Beamer: the first arguments are headings. */
    FRAME,
    DOCUMENT
}
