package org.scholion.library.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.library.Doi;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;

/**
 * The number of a work.
 *
 * @param kind who gave it
 * @param value in its plain form: {@code 10.1000/182}, {@code 1706.03762}, {@code 14907713}
 */
public record WorkId(Kind kind, String value) {

    /** Who gave a number. */
    public enum Kind {
        DOI,
        ARXIV,
        PMID
    }

    private static final Pattern ARXIV =
            Pattern.compile("(?<![\\w.])(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?(?![\\w])");
    private static final Pattern PMID = Pattern.compile("(?i)(?:pmid:?\\s*|pubmed[^\\d]*/)?(\\d{1,8})/?");

    public WorkId {
        boolean right = switch (kind) {
            case DOI -> Doi.of(value).equals(Optional.of(value));
            case ARXIV -> ARXIV.matcher(value).matches();
            case PMID -> value.matches("[1-9]\\d{0,7}");
        };
        if (!right) {
            throw new IllegalArgumentException(kind + " " + value);
        }
    }

    /** The number that a text is, as an author types or copies it: with or without a resolver or a prefix. */
    public static Optional<WorkId> of(String text) {
        String plain = text.strip();
        Optional<WorkId> doi = Doi.of(plain).map(value -> new WorkId(Kind.DOI, value));
        if (doi.isPresent()) {
            Matcher own = Pattern.compile("10\\.48550/arxiv\\.(.+)").matcher(doi.get().value());
            return own.matches() ? arxiv(own.group(1)).or(() -> doi) : doi;
        }
        Matcher pmid = PMID.matcher(plain);
        boolean link = plain.contains("ncbi.nlm.nih.gov");
        if (pmid.matches() || link && pmid.find()) {
            String digits = pmid.group(1).replaceFirst("^0+", "");
            return digits.isEmpty() ? Optional.empty() : Optional.of(new WorkId(Kind.PMID, digits));
        }
        return arxiv(plain);
    }

    /** The number of arXiv in a text, without its version. */
    public static Optional<WorkId> arxiv(String text) {
        Matcher matcher = ARXIV.matcher(text);
        return matcher.find() ? Optional.of(new WorkId(Kind.ARXIV, matcher.group(1))) : Optional.empty();
    }

    /** All numbers that a reference has, the DOI first. */
    public static List<WorkId> of(Reference reference) {
        List<WorkId> ids = new ArrayList<>();
        Doi.of(reference.doi()).ifPresent(doi -> ids.add(new WorkId(Kind.DOI, doi)));
        String archive = reference.field(WorkField.ARCHIVE);
        if (archive.isEmpty() || archive.equalsIgnoreCase("arxiv")) {
            arxiv(reference.field(WorkField.EPRINT)).ifPresent(ids::add);
        }
        String pmid = reference.field(WorkField.PMID).replaceFirst("^0+", "");
        if (pmid.matches("[1-9]\\d{0,7}")) {
            ids.add(new WorkId(Kind.PMID, pmid));
        }
        return ids;
    }
}
