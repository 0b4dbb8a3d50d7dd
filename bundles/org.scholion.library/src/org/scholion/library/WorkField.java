package org.scholion.library;

/** What a reference may say besides its title, authors, year, venue, abstract and DOI. Values are plain text. */
public enum WorkField {
    VOLUME,
    /** The issue of a journal, or the number of a report or patent. */
    ISSUE,
    /** {@code 12-34}, with a hyphen; or the number of an article. */
    PAGES,
    PUBLISHER,
    /** The place of the publisher, school or conference. */
    PLACE,
    /** The school of a thesis, the institution of a report. */
    INSTITUTION,
    EDITION,
    SERIES,
    ISBN,
    ISSN,
    /** The number in PubMed. */
    PMID,
    /** The number in an archive of preprints, such as {@code 1706.03762}. */
    EPRINT,
    /** The archive that {@link #EPRINT} belongs to, such as {@code arXiv}. */
    ARCHIVE,
    URL,
    /** As exact as the source has it, ISO 8601: {@code 2017-06-12}, {@code 2017-06}. */
    DATE,
    /** BCP 47 or whatever the source says. */
    LANGUAGE,
    NOTE,
    /** What the source calls the type, where {@link WorkType} is coarser: {@code phdthesis}. */
    SOURCE_TYPE
}
