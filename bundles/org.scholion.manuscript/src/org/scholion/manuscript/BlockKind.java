package org.scholion.manuscript;

/** What a block of a paper is. */
public enum BlockKind {
    TITLE,
    /** Names, affiliations, addresses, dates: read, but not judged as sentences. */
    AUTHOR,
    ABSTRACT,
    KEYWORDS,
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    QUOTATION,
    CAPTION,
    FOOTNOTE,
    TABLE_CELL,
    /** Display mathematics: an island without prose. */
    EQUATION,
    /** Code, verbatim text, drawings: an island without prose. */
    LISTING,
    /** A bibliography written into the paper itself. */
    BIBLIOGRAPHY;

    /** Whether blocks of this kind hold whole sentences, so that a missing verb or full stop means something. */
    public boolean holdsSentences() {
        return switch (this) {
            case ABSTRACT, PARAGRAPH, LIST_ITEM, QUOTATION, CAPTION, FOOTNOTE -> true;
            case TITLE, AUTHOR, KEYWORDS, HEADING, TABLE_CELL, EQUATION, LISTING, BIBLIOGRAPHY -> false;
        };
    }
}
