package org.scholion.ui.internal.library;

import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.scholion.library.WorkType;
import org.scholion.library.search.LibraryHits.Facet;

/** How values are called in the language of the user. */
@NonNullByDefault
final class Labels {

    private Labels() {}

    static String of(Facet facet) {
        return switch (facet) {
            case YEAR -> Messages.facet_year;
            case AUTHOR -> Messages.facet_author;
            case TYPE -> Messages.facet_type;
            case GROUP -> Messages.facet_group;
        };
    }

    /** A value of a facet: years, authors and groups are called what they are. */
    static String of(Facet facet, String value) {
        return facet == Facet.TYPE ? of(WorkType.valueOf(value)) : value;
    }

    static String of(WorkType type) {
        return switch (type) {
            case ARTICLE -> Messages.type_article;
            case BOOK -> Messages.type_book;
            case CHAPTER -> Messages.type_chapter;
            case CONFERENCE_PAPER -> Messages.type_conferencePaper;
            case PROCEEDINGS -> Messages.type_proceedings;
            case THESIS -> Messages.type_thesis;
            case REPORT -> Messages.type_report;
            case PREPRINT -> Messages.type_preprint;
            case DATASET -> Messages.type_dataset;
            case SOFTWARE -> Messages.type_software;
            case PATENT -> Messages.type_patent;
            case WEB_PAGE -> Messages.type_webPage;
            case OTHER -> Messages.type_other;
        };
    }

    /** All types in the order of {@link WorkType}. */
    static List<String> types() {
        return List.of(WorkType.values()).stream().map(Labels::of).toList();
    }
}
