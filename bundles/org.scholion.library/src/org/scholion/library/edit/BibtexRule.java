package org.scholion.library.edit;

/** What is checked in a bibliography. */
public enum BibtexRule {
    /** What BibTeX itself stumbles over. */
    SYNTAX("bib-syntax"),
    MISSING_FIELD("bib-missing-field"),
    YEAR("bib-year"),
    DOI("bib-doi"),
    ISBN("bib-isbn"),
    ISSN("bib-issn"),
    NAME("bib-name"),
    PAGES("bib-pages"),
    SPECIAL_CHARACTER("bib-special-character"),
    HTML("bib-html"),
    URL_PLACE("bib-url-place"),
    TITLE_CASE("bib-title-case"),
    DUPLICATE_KEY("bib-duplicate-key"),
    DUPLICATE_FIELD("bib-duplicate-field"),
    UNUSED_STRING("bib-unused-string"),
    UNKNOWN_KEY("bib-unknown-key"),
    MONTH("bib-month"),
    JOURNAL_NAME("bib-journal-name");

    private final String id;

    BibtexRule(String id) {
        this.id = id;
    }

    /** By which reports and settings name it. */
    public String id() {
        return id;
    }
}
