package org.scholion.library.internal.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.library.Doi;
import org.scholion.library.Person;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.internal.format.Arxiv;
import org.scholion.library.internal.format.KeyedReferences;
import org.scholion.library.internal.format.Names;
import org.scholion.library.internal.format.WorkDate;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Makes a reference of a document: of its metadata where they can be meant, else of its first pages. */
final class PdfWork {

    private static final int PAGES = 3;
    private static final long SECONDS = 30;

    /** What programs write into the title when nobody wrote one. */
    private static final Pattern NO_TITLE = Pattern.compile(
            "(?i)untitled.*|microsoft (?:word|powerpoint).*|title|.*\\.(?:docx?|tex|dvi|pdf|ps|indd|qxd|rtf|eps|fm|tmp|wpd|cdr|ppt)|pii:?.*|doi:?\\s*10.*|10\\.\\d{4}.*|"
                    + "slide \\d+|layout \\d+|\\S{0,12}|[\\w.-]*\\d[\\w.-]*|arxiv:.*|paper|manuscript|draft|.*\\bhttps?://.*");

    private static final Set<String> NO_AUTHORS = Set.of(
            "admin", "administrator", "user", "unknown", "author", "authors", "owner", "root", "anonymous", "microsoft office user", "default", "windows user",
            "various", "latex", "adobe", "elsevier", "springer", "ieee", "test");

    private static final Pattern DATED = Pattern.compile(
            "(?i)(?:published(?: online)?|received|accepted|\u00a9|copyright|\\(c\\)|first published|publication date|date of publication)\\D{0,40}(?:\\D{0,12}\\d{1,2}\\D{1,12})?((?:19|20)\\d\\d)(?!\\d)");

    private static final Pattern HEAD_YEAR = Pattern.compile("(?<![\\d.])(?:19[5-9]|20[0-4])\\d(?![\\d.])");

    private static final Pattern ARXIV_DATE = Pattern.compile("(?i)arxiv:\\S+\\s*\\[[\\w.\\s-]{2,20}\\]\\s*(\\d{1,2}\\s*\\p{L}{3,9}\\s*\\d{4})");

    private final PDDocument document;
    private final Path file;
    private final CancelToken cancel;
    private final Reference.Builder reference = new Reference.Builder("?");

    PdfWork(PDDocument document, Path file, CancelToken cancel) {
        this.document = document;
        this.file = file;
        this.cancel = cancel;
    }

    void addTo(KeyedReferences references) throws IOException, CancelledException {
        Xmp xmp = Xmp.of(document, cancel);
        @Nullable PDDocumentInformation information = information();
        List<List<TextLine>> pages = PageLines.read(document, PAGES, SECONDS, cancel).pages();
        List<List<TextLine>> ordered = pages.stream().map(ReadingOrder::of).toList();
        Paragraphs paragraphs = new Paragraphs(ordered);
        List<String> texts = ordered.stream().map(paragraphs::text).toList();
        // the stamp of arXiv runs up the margin
        String turned = String.join(" ", pages.stream().limit(1).flatMap(List::stream).filter(TextLine::turned).map(TextLine::text).toList());
        String first = (texts.isEmpty() ? "" : texts.getFirst()) + "\n" + turned;
        FrontPage front = new FrontPage(ordered.isEmpty() ? List.of() : ordered.getFirst());

        reference.title(title(xmp, information, front, first));
        people(xmp, information, front).forEach(reference::author);
        boolean archived = Arxiv.put(reference, turned, first);
        reference.doi(doi(xmp, information, texts));
        reference.venue(xmp.first("publicationName"));
        reference.abstractText(FrontPage.abstractOf(texts.stream().limit(2).flatMap(String::lines).toList()));
        reference.field(WorkField.VOLUME, xmp.first("volume"));
        reference.field(WorkField.ISSUE, xmp.first("number"));
        reference.field(WorkField.ISSN, xmp.first("issn"));
        String start = xmp.first("startingPage");
        String end = xmp.first("endingPage");
        reference.field(WorkField.PAGES, end.isEmpty() ? start : start + "-" + end);
        date(xmp, information, first);
        boolean published = !xmp.first("publicationName").isEmpty() || !doi(xmp, information, texts).isEmpty();
        reference.type(archived && xmp.first("publicationName").isEmpty() ? WorkType.PREPRINT : published ? WorkType.ARTICLE : WorkType.OTHER);
        reference.file(file);
        references.add("", reference);
    }

    private @Nullable PDDocumentInformation information() {
        try {
            return document.getDocumentInformation();
        } catch (RuntimeException broken) {
            return null;
        }
    }

    private static String text(@Nullable PDDocumentInformation information, String key) {
        try {
            String value = information == null ? null : information.getCustomMetadataValue(key);
            return value == null ? "" : value.strip();
        } catch (RuntimeException broken) {
            return "";
        }
    }

    private String title(Xmp xmp, @Nullable PDDocumentInformation information, FrontPage front, String page) {
        String words = letters(page);
        for (String title : List.of(xmp.first("title"), text(information, "Title"))) {
            String plain = title.replaceAll("\\s+", " ").strip();
            boolean onPage = !words.isEmpty() && words.contains(letters(plain));
            if (!plain.isEmpty() && (onPage && plain.contains(" ") || !NO_TITLE.matcher(plain).matches() && front.title().isEmpty())) {
                return plain;
            }
        }
        return front.title().orElseGet(this::nameOfFile);
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    }

    private String nameOfFile() {
        return nameOf(file);
    }

    /** What the name of the file says, for documents that say nothing. */
    static String nameOf(Path file) {
        Path name = file.getFileName();
        String plain = name == null ? "" : name.toString().replaceFirst("(?i)\\.pdf$", "").replaceAll("[_\\s]+", " ").strip();
        return plain.isEmpty() ? "untitled" : plain;
    }

    private static List<Person> people(Xmp xmp, @Nullable PDDocumentInformation information, FrontPage front) {
        List<Person> people = new ArrayList<>();
        List<String> creators = xmp.all("creator");
        for (String creator : creators.size() > 1 ? creators : List.<String>of()) {
            if (canBeMeant(creator)) {
                list(creator).stream().filter(person -> !people.contains(person)).forEach(people::add);
            }
        }
        if (!people.isEmpty()) {
            return people;
        }
        List<Person> onPage = front.authors();
        String author = creators.isEmpty() ? text(information, "Author") : creators.getFirst();
        if (canBeMeant(author)) {
            people.addAll(list(author));
        }
        return onPage.size() > people.size() ? onPage : people;
    }

    private static boolean canBeMeant(String author) {
        String plain = author.strip().toLowerCase(Locale.ROOT);
        return plain.contains(" ") && !plain.contains("@") && !NO_AUTHORS.contains(plain) && author.length() < 4000;
    }

    private static List<Person> list(String authors) {
        List<Person> people = new ArrayList<>();
        String[] parts = authors.split("\\s*;\\s*|\\s+(?:and|&)\\s+");
        if (parts.length == 1 && authors.chars().filter(c -> c == ',').count() > 1
                || parts.length > 1 && !authors.contains(";") && authors.contains(",") && authors.matches("[^,]*\\S \\S[^,]*,.*")) {
            parts = authors.split("\\s*,\\s*(?:and\\s+)?|\\s+(?:and|&)\\s+");
        }
        for (String part : parts) {
            if (parts.length == 1 || FrontPage.canBeName(part)) {
                Names.of(part.replaceFirst("^[\u00a9\\s]+", "")).filter(person -> !people.contains(person)).ifPresent(people::add);
            }
        }
        return people;
    }

    private static String doi(Xmp xmp, @Nullable PDDocumentInformation information, List<String> texts) {
        List<String> places = new ArrayList<>(List.of(
                xmp.first("doi"), xmp.first("identifier"), text(information, "doi"), text(information, "DOI"), text(information, "WPS-ARTICLEDOI"),
                text(information, "Subject"), text(information, "Title")));
        // of the second page only where the first is a cover: those of others' works come later
        texts.stream().filter(text -> !text.isBlank()).limit(texts.isEmpty() || texts.getFirst().length() > 1500 ? 1 : 2).forEach(places::add);
        for (String place : places) {
            Optional<String> doi = Doi.of(place);
            if (doi.isPresent() && !doi.get().contains("nnnnnn")) {
                return doi.get();
            }
        }
        return "";
    }

    private void date(Xmp xmp, @Nullable PDDocumentInformation information, String first) {
        Matcher stamp = ARXIV_DATE.matcher(first);
        Matcher dated = DATED.matcher(first);
        // journals have the year of the issue at the top
        Matcher head = HEAD_YEAR.matcher(first.lines().limit(2).filter(line -> line.length() < 200).collect(Collectors.joining(" ")));
        for (String text : List.of(
                xmp.first("coverDate", "publicationDate", "coverDisplayDate"),
                stamp.find() ? stamp.group(1) : "",
                dated.find() ? dated.group(1) : "",
                head.find() ? head.group() : "",
                created(information))) {
            Optional<WorkDate> date = WorkDate.of(text);
            if (date.isPresent()) {
                date.get().put(reference);
                return;
            }
        }
    }

    private static String created(@Nullable PDDocumentInformation information) {
        try {
            Calendar created = information == null ? null : information.getCreationDate();
            return created == null ? "" : String.valueOf(created.get(Calendar.YEAR));
        } catch (RuntimeException broken) {
            return "";
        }
    }
}
