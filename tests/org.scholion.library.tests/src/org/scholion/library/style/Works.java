package org.scholion.library.style;

import java.util.List;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;

/** References of several types, among them one that style guides print. */
final class Works {

    static final Reference LOWRY = new Reference.Builder("lowry1951")
            .type(WorkType.ARTICLE)
            .title("Protein measurement with the Folin phenol reagent")
            .author(Person.of("Lowry", "Oliver H."))
            .author(Person.of("Rosebrough", "Nira J."))
            .author(Person.of("Farr", "A. Lewis"))
            .author(Person.of("Randall", "Rose J."))
            .year(1951)
            .venue("Journal of Biological Chemistry")
            .field(WorkField.VOLUME, "193")
            .field(WorkField.ISSUE, "1")
            .field(WorkField.PAGES, "265-275")
            .doi("10.1016/S0021-9258(19)52451-6")
            .build();

    static final Reference BOOK = new Reference.Builder("knuth1984")
            .type(WorkType.BOOK)
            .title("The TeXbook")
            .author(Person.of("Knuth", "Donald E."))
            .year(1984)
            .field(WorkField.PUBLISHER, "Addison-Wesley")
            .field(WorkField.PLACE, "Reading, MA")
            .build();

    static final Reference PREPRINT = new Reference.Builder("vaswani2017")
            .type(WorkType.PREPRINT)
            .title("Attention is all you need")
            .author(Person.of("Vaswani", "Ashish"))
            .author(Person.of("van der Berg", "Anna"))
            .year(2017)
            .field(WorkField.DATE, "2017-06-12")
            .field(WorkField.EPRINT, "1706.03762")
            .build();

    static final Reference THESIS = new Reference.Builder("shannon1940")
            .type(WorkType.THESIS)
            .title("An algebra for theoretical genetics")
            .author(Person.of("Shannon", "Claude Elwood"))
            .year(1940)
            .field(WorkField.INSTITUTION, "Massachusetts Institute of Technology")
            .field(WorkField.SOURCE_TYPE, "phdthesis")
            .build();

    static final Reference BARE = new Reference.Builder("atlas")
            .type(WorkType.OTHER)
            .title("Results for p < 0.05 & \"more\"")
            .author(Person.body("ATLAS Collaboration"))
            .build();

    static final List<Reference> ALL = List.of(LOWRY, BOOK, PREPRINT, THESIS, BARE);

    private Works() {}
}
