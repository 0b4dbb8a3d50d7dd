package org.scholion.library;

/** What kind of work a reference is. Each format has its own names for them. */
public enum WorkType {
    ARTICLE,
    BOOK,
    /** A chapter or other part of a book. */
    CHAPTER,
    /** A paper in the proceedings of a conference. */
    CONFERENCE_PAPER,
    PROCEEDINGS,
    THESIS,
    REPORT,
    /** On arXiv and the like, not published elsewhere. */
    PREPRINT,
    DATASET,
    SOFTWARE,
    PATENT,
    WEB_PAGE,
    /** What the source does not say, or what stands in no other class. */
    OTHER
}
