package org.scholion.library.internal.online;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.Doi;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.WorkNotice;

/** Reads the answers of the E-utilities: JSON of {@code esearch}, XML of {@code efetch}. */
public final class PubmedAnswers {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern YEAR = Pattern.compile("\\b(1[6-9]\\d\\d|20\\d\\d)\\b");
    private static final Map<String, WorkNotice.Kind> NOTICES = Map.of(
            "RetractionIn", WorkNotice.Kind.RETRACTED,
            "PartialRetractionIn", WorkNotice.Kind.RETRACTED,
            "RetractedandRepublishedIn", WorkNotice.Kind.RETRACTED,
            "ExpressionOfConcernIn", WorkNotice.Kind.CONCERN,
            "ErratumIn", WorkNotice.Kind.CORRECTED,
            "CorrectedandRepublishedIn", WorkNotice.Kind.CORRECTED,
            "UpdateIn", WorkNotice.Kind.OTHER);

    private PubmedAnswers() {}

    /** The numbers that a search found. */
    public static List<String> numbers(String answer) throws BrokenAnswer {
        JsonObject result = Json.object(Json.object(answer), "esearchresult")
                .orElseThrow(() -> new BrokenAnswer(NLS.bind(Messages.answer_lacks, "esearchresult")));
        String error = Json.text(result, "ERROR");
        if (!error.isEmpty()) {
            throw new BrokenAnswer(NLS.bind(Messages.answer_error, error.substring(0, Math.min(error.length(), 200))));
        }
        return Json.texts(result, "idlist").stream().filter(number -> number.matches("[1-9]\\d{0,7}")).toList();
    }

    /** The works that were fetched. */
    public static List<Reference> works(String answer) throws BrokenAnswer {
        List<Reference> works = new ArrayList<>();
        for (XmlElement article : articles(answer)) {
            work(article).ifPresent(works::add);
        }
        return works;
    }

    /** What the works that were fetched say of retraction and correction. */
    public static List<WorkNotice> notices(String answer) throws BrokenAnswer {
        List<WorkNotice> notices = new ArrayList<>();
        for (XmlElement article : articles(answer)) {
            for (XmlElement note : article.all("MedlineCitation", "CommentsCorrectionsList", "CommentsCorrections")) {
                String type = note.attribute("RefType");
                if (NOTICES.containsKey(type)) {
                    String where = note.text("RefSource");
                    Matcher year = YEAR.matcher(where);
                    notices.add(new WorkNotice(
                            OnlineSource.PUBMED, NOTICES.get(type), Doi.of(where).orElse(""), year.find() ? year.group() : ""));
                }
            }
            boolean retracted = article.all("MedlineCitation", "Article", "PublicationTypeList", "PublicationType").stream()
                    .anyMatch(type -> type.text().equals("Retracted Publication"));
            if (retracted && notices.stream().noneMatch(notice -> notice.kind() == WorkNotice.Kind.RETRACTED)) {
                notices.add(new WorkNotice(OnlineSource.PUBMED, WorkNotice.Kind.RETRACTED, "", ""));
            }
        }
        notices.sort(Comparator.comparing(WorkNotice::kind));
        return notices;
    }

    private static List<XmlElement> articles(String answer) throws BrokenAnswer {
        XmlElement set = XmlElement.parse(answer);
        if (!set.name().equals("PubmedArticleSet")) {
            throw new BrokenAnswer(NLS.bind(Messages.answer_lacks, "PubmedArticleSet"));
        }
        return set.children("PubmedArticle");
    }

    private static Optional<Reference> work(XmlElement whole) {
        XmlElement article = whole.first("MedlineCitation", "Article").orElse(whole);
        FoundWork work = new FoundWork().type(type(article)).title(article.text("ArticleTitle").replaceFirst("(?<=[^.])\\.$", ""));
        if (work.isEmpty()) {
            return Optional.empty();
        }
        List<String> sections = new ArrayList<>();
        for (XmlElement section : article.all("Abstract", "AbstractText")) {
            String label = section.attribute("Label");
            sections.add(label.isEmpty() ? section.text() : label + ": " + section.text());
        }
        work.abstractText(String.join(" ", sections))
                .venue(article.text("Journal", "Title"))
                .field(WorkField.VOLUME, article.text("Journal", "JournalIssue", "Volume"))
                .field(WorkField.ISSUE, article.text("Journal", "JournalIssue", "Issue"))
                .field(WorkField.ISSN, article.text("Journal", "ISSN"))
                .field(WorkField.LANGUAGE, article.text("Language"))
                .field(WorkField.PMID, whole.text("MedlineCitation", "PMID"))
                .doi(doi(whole, article))
                .pages(fullPages(article.text("Pagination", "MedlinePgn")));
        date(article, work);
        for (XmlElement author : article.all("AuthorList", "Author")) {
            String body = author.text("CollectiveName");
            if (body.isEmpty()) {
                String given = author.text("ForeName");
                work.author(author.text("LastName"), given.isEmpty() ? author.text("Initials") : given, author.text("Suffix"));
            } else {
                work.body(body, true);
            }
        }
        whole.all("MedlineCitation", "KeywordList", "Keyword").forEach(keyword -> work.keyword(keyword.text()));
        return Optional.of(work.build());
    }

    private static WorkType type(XmlElement article) {
        boolean preprint = article.all("PublicationTypeList", "PublicationType").stream().anyMatch(type -> type.text().equals("Preprint"));
        return preprint ? WorkType.PREPRINT : WorkType.ARTICLE;
    }

    private static String doi(XmlElement whole, XmlElement article) {
        List<XmlElement> numbers = new ArrayList<>(article.children("ELocationID"));
        numbers.addAll(whole.all("PubmedData", "ArticleIdList", "ArticleId"));
        return numbers.stream()
                .filter(number -> (number.attribute("EIdType") + number.attribute("IdType")).equals("doi"))
                .map(XmlElement::text)
                .findFirst()
                .orElse("");
    }

    private static void date(XmlElement article, FoundWork work) {
        Optional<XmlElement> date = article.first("Journal", "JournalIssue", "PubDate");
        if (date.isEmpty()) {
            return;
        }
        String year = date.get().text("Year");
        if (year.matches("\\d{4}")) {
            String month = date.get().text("Month").toLowerCase(Locale.ROOT);
            int number = month.matches("\\d{1,2}") ? Integer.parseInt(month) : MONTHS.indexOf(month.substring(0, Math.min(3, month.length()))) + 1;
            String day = date.get().text("Day");
            work.date(Integer.parseInt(year), number, day.matches("\\d{1,2}") ? Integer.parseInt(day) : 0);
        } else {
            Matcher found = YEAR.matcher(date.get().text("MedlineDate"));
            work.year(found.find() ? OptionalInt.of(Integer.parseInt(found.group())) : OptionalInt.empty());
        }
    }

    /** {@code 265-75} is short for {@code 265-275}. */
    private static String fullPages(String pages) {
        Matcher range = Pattern.compile("(\\d{1,9})-(\\d{1,9})").matcher(pages);
        if (range.matches() && range.group(2).length() < range.group(1).length()) {
            String first = range.group(1);
            return first + "-" + first.substring(0, first.length() - range.group(2).length()) + range.group(2);
        }
        return pages;
    }
}
