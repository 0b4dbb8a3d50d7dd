package org.scholion.library.internal.online;

import org.scholion.library.WorkType;

/** The names that sources have for types of works. */
final class WorkTypes {

    private WorkTypes() {}

    /** Those of Crossref and of CSL; they do not contradict each other. */
    static WorkType of(String name) {
        return switch (name) {
            case "journal-article", "article-journal", "article-magazine", "article-newspaper", "review" -> WorkType.ARTICLE;
            case "proceedings-article", "paper-conference" -> WorkType.CONFERENCE_PAPER;
            case "book", "monograph", "edited-book", "reference-book", "book-set", "book-series" -> WorkType.BOOK;
            case "book-chapter", "book-section", "book-part", "book-track", "reference-entry", "chapter", "entry-encyclopedia" -> WorkType.CHAPTER;
            case "proceedings", "proceedings-series" -> WorkType.PROCEEDINGS;
            case "posted-content", "preprint", "article" -> WorkType.PREPRINT;
            case "dissertation", "thesis" -> WorkType.THESIS;
            case "report", "report-component", "report-series", "standard" -> WorkType.REPORT;
            case "dataset", "database" -> WorkType.DATASET;
            case "software" -> WorkType.SOFTWARE;
            case "patent" -> WorkType.PATENT;
            case "webpage", "post-weblog", "post" -> WorkType.WEB_PAGE;
            default -> WorkType.OTHER;
        };
    }
}
