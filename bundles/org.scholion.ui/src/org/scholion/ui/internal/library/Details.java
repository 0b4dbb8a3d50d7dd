package org.scholion.ui.internal.library;

import java.nio.file.Path;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.Reference;
import org.scholion.ui.internal.library.RichText.Look;

/** What is said of one work: the reference as the paper prints it, where the words stand, the abstract, DOI and files. */
@NonNullByDefault
final class Details {

    private Details() {}

    /** @param reference formatted */
    static RichText of(WorkRow row, RichText reference) {
        Reference work = row.reference();
        RichText.Builder text = new RichText.Builder().add(reference).add("\n");
        if (!row.snippet().isEmpty()) {
            text.add("\n").add(row.marked()).add("\n");
        }
        if (!work.abstractText().isEmpty() && (row.online().isPresent() || row.page().isPresent() || row.snippet().isEmpty()
                || !work.abstractText().startsWith(row.marked().text().strip()))) {
            text.add("\n").add(Messages.details_abstract, Look.BOLD, "").add("\n").add(work.abstractText()).add("\n");
        }
        text.add("\n");
        if (!work.doi().isEmpty()) {
            line(text, Messages.details_doi).add(work.doi(), Look.LINK, doi(work)).add("\n");
        }
        for (Path file : work.files()) {
            line(text, Messages.details_file).add(String.valueOf(file.getFileName()), Look.LINK, file.toUri().toString()).add("\n");
        }
        if (!work.groups().isEmpty()) {
            line(text, Messages.details_groups).add(String.join("; ", work.groups())).add("\n");
        }
        if (!work.keywords().isEmpty()) {
            line(text, Messages.details_keywords).add(String.join("; ", work.keywords())).add("\n");
        }
        String place = row.source().map(file -> NLS.bind(Messages.details_in, work.key(), file)).orElse(row.place());
        line(text, Messages.details_key).add(place);
        return text.build();
    }

    /** Where the DOI of a work leads. */
    static String doi(Reference work) {
        return "https://doi.org/" + work.doi();
    }

    private static RichText.Builder line(RichText.Builder text, String name) {
        return text.add(name, Look.BOLD, "").add(" ");
    }
}
