package org.scholion.jobs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scholion.library.Person;
import org.scholion.library.ReadReferences;
import org.scholion.library.Reference;
import org.scholion.library.WorkType;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.BibliographyEntry;

/** Where works are described that a paper can cite, besides the author's library. */
public final class PaperSources {

    /** So many bibliography files beside a document are looked at. */
    private static final int MOST_BESIDE = 20;

    private static final String DOCUMENT = "word";
    private static final String BIBLIOGRAPHY = "bibtex";
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private PaperSources() {}

    /** The bibliography files that a paper names and that were found; a bibliography file that is checked as a paper stands for itself. */
    public static List<Path> named(Manuscript manuscript) {
        if (manuscript.format().equals(BIBLIOGRAPHY)) {
            return List.of(manuscript.root().path());
        }
        return manuscript.structure().bibliographyFiles().stream()
                .flatMap(file -> file.file().stream())
                .map(SourceUnit::path)
                .distinct()
                .toList();
    }

    /** The bibliography files in the folder of a document, which cannot name any; none for other papers. */
    public static List<Path> beside(Manuscript manuscript) {
        Path folder = manuscript.root().path().getParent();
        if (!isDocument(manuscript) || folder == null) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{bib,BIB}")) {
            files.forEach(found::add);
        } catch (IOException unreadable) {
            // the document itself was read: there is nothing to say of what may be beside it
            return List.of();
        }
        found.sort(null);
        return found.subList(0, Math.min(MOST_BESIDE, found.size()));
    }

    /** Whether a paper keeps the data of what it cites itself, so that its file stands for a bibliography. */
    public static boolean keepsOwn(Manuscript manuscript) {
        return isDocument(manuscript) && !manuscript.structure().bibliography().isEmpty();
    }

    /** What a paper keeps itself, as far as it tells. */
    public static ReadReferences own(Manuscript manuscript) {
        List<Reference> references = new ArrayList<>();
        if (keepsOwn(manuscript)) {
            manuscript.structure().bibliography().forEach(entry -> references.add(reference(entry)));
        }
        return new ReadReferences(references, List.of());
    }

    private static boolean isDocument(Manuscript manuscript) {
        return manuscript.format().equals(DOCUMENT);
    }

    private static Reference reference(BibliographyEntry entry) {
        Reference.Builder reference =
                new Reference.Builder(entry.key()).type(type(entry.type())).title(entry.title()).venue(entry.venue());
        for (String author : entry.authors()) {
            String[] names = author.split(",\\s*", 2);
            if (!names[0].isBlank()) {
                reference.author(Person.of(names[0], names.length > 1 ? names[1] : ""));
            }
        }
        Matcher year = YEAR.matcher(entry.year());
        if (year.find()) {
            reference.year(Integer.parseInt(year.group()));
        }
        return reference.build();
    }

    private static WorkType type(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "article-journal", "article-magazine", "article-newspaper", "journal article" -> WorkType.ARTICLE;
            case "article" -> WorkType.PREPRINT;
            case "book" -> WorkType.BOOK;
            case "chapter", "book section" -> WorkType.CHAPTER;
            case "paper-conference", "conference proceedings" -> WorkType.CONFERENCE_PAPER;
            case "thesis" -> WorkType.THESIS;
            case "report" -> WorkType.REPORT;
            case "webpage", "web page" -> WorkType.WEB_PAGE;
            case "patent" -> WorkType.PATENT;
            case "dataset" -> WorkType.DATASET;
            case "software" -> WorkType.SOFTWARE;
            default -> WorkType.OTHER;
        };
    }
}
