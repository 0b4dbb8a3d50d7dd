package org.scholion.library.internal.online;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.Doi;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.WorkNotice;

/** Reads the JSON of Crossref, and CSL JSON, from which it descends. */
public final class CrossrefAnswers {

    private CrossrefAnswers() {}

    /** An answer to {@code /works?…}. */
    public static List<Reference> works(String answer) throws BrokenAnswer {
        List<Reference> works = new ArrayList<>();
        for (JsonObject item : Json.objects(message(answer), "items")) {
            work(item).ifPresent(works::add);
        }
        return works;
    }

    /** An answer to {@code /works/{doi}}. */
    public static Reference work(String answer) throws BrokenAnswer {
        return work(message(answer)).orElseThrow(() -> new BrokenAnswer(Messages.answer_noTitle));
    }

    /** A work in CSL JSON, such as DOI agencies give. */
    public static Reference csl(String answer) throws BrokenAnswer {
        return work(Json.object(answer)).orElseThrow(() -> new BrokenAnswer(Messages.answer_noTitle));
    }

    /**
     * An answer to {@code /works?filter=updates:{doi}}: the notices about a work.
     *
     * @param doi of the work
     */
    public static List<WorkNotice> notices(String answer, String doi) throws BrokenAnswer {
        List<WorkNotice> notices = new ArrayList<>();
        for (JsonObject item : Json.objects(message(answer), "items")) {
            for (JsonObject update : Json.objects(item, "update-to")) {
                if (Doi.of(Json.text(update, "DOI")).filter(doi::equals).isPresent()) {
                    String notice = Doi.of(Json.text(item, "DOI")).orElse("");
                    String date = Json.text(Json.objectOrEmpty(update, "updated"), "date-time");
                    notices.add(new WorkNotice(
                            OnlineSource.CROSSREF, kind(Json.text(update, "type")), notice, date.matches("\\d{4}-.*") ? date.split("T")[0] : ""));
                }
            }
        }
        notices.sort(Comparator.comparing(WorkNotice::kind));
        return notices;
    }

    private static WorkNotice.Kind kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_')) {
            case "retraction", "removal", "withdrawal", "partial_retraction" -> WorkNotice.Kind.RETRACTED;
            case "expression_of_concern" -> WorkNotice.Kind.CONCERN;
            case "correction", "corrigendum", "erratum" -> WorkNotice.Kind.CORRECTED;
            default -> WorkNotice.Kind.OTHER;
        };
    }

    private static JsonObject message(String answer) throws BrokenAnswer {
        return Json.object(Json.object(answer), "message")
                .orElseThrow(() -> new BrokenAnswer(NLS.bind(Messages.answer_lacks, "message")));
    }

    private static Optional<Reference> work(JsonObject json) {
        FoundWork work = new FoundWork().type(WorkTypes.of(Json.text(json, "type")));
        String subtitle = Json.first(json, "subtitle");
        String title = Json.first(json, "title");
        boolean apart = !subtitle.isEmpty() && !title.toLowerCase(Locale.ROOT).contains(subtitle.toLowerCase(Locale.ROOT));
        work.title(apart && !title.isEmpty() ? title + ": " + subtitle : title);
        if (work.isEmpty()) {
            return Optional.empty();
        }
        work.venue(Json.first(json, "container-title"))
                .abstractText(Json.text(json, "abstract"))
                .doi(Json.text(json, "DOI"))
                .field(WorkField.VOLUME, Json.text(json, "volume"))
                .field(WorkField.ISSUE, Json.text(json, "issue"))
                .field(WorkField.PUBLISHER, Json.text(json, "publisher"))
                .field(WorkField.PLACE, Json.text(json, "publisher-location") + Json.text(json, "publisher-place"))
                .field(WorkField.EDITION, Json.text(json, "edition-number"))
                .field(WorkField.ISBN, Json.first(json, "ISBN"))
                .field(WorkField.ISSN, Json.first(json, "ISSN"))
                .field(WorkField.URL, Json.text(json, "URL"))
                .field(WorkField.LANGUAGE, Json.text(json, "language"))
                .field(WorkField.SOURCE_TYPE, Json.text(json, "type"))
                .pages(Json.text(json, "page").isEmpty() ? Json.text(json, "article-number") : Json.text(json, "page"));
        people(json, work);
        date(json, work);
        Json.texts(json, "subject").forEach(work::keyword);
        return Optional.of(work.build());
    }

    private static void people(JsonObject json, FoundWork work) {
        for (String role : List.of("author", "editor")) {
            for (JsonObject person : Json.objects(json, role)) {
                String body = Json.text(person, "name").isEmpty() ? Json.text(person, "literal") : Json.text(person, "name");
                String particle = Json.text(person, "non-dropping-particle");
                String family = particle.isEmpty() ? Json.text(person, "family") : particle + " " + Json.text(person, "family");
                String given = Json.text(person, "given");
                if (!body.isEmpty() && family.isEmpty()) {
                    work.body(body, role.equals("author"));
                } else if (role.equals("author")) {
                    work.author(family, given, Json.text(person, "suffix"));
                } else {
                    work.editor(family, given, Json.text(person, "suffix"));
                }
            }
        }
    }

    private static void date(JsonObject json, FoundWork work) {
        for (String field : List.of("issued", "published", "published-print", "published-online", "created")) {
            JsonArray dates = Json.array(Json.objectOrEmpty(json, field), "date-parts");
            if (!dates.isEmpty() && dates.get(0) instanceof JsonArray parts && !parts.isEmpty() && Json.number(parts.get(0)).isPresent()) {
                work.date(part(parts, 0), part(parts, 1), part(parts, 2));
                return;
            }
        }
    }

    private static int part(JsonArray parts, int at) {
        return at < parts.size() ? Json.number(parts.get(at)).orElse(0) : 0;
    }
}
