package org.scholion.library.internal.online;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.OpenPdf;
import org.scholion.library.online.WorkNotice;

/** Reads the JSON of OpenAlex. */
public final class OpenAlexAnswers {

    /** More words than any abstract has. */
    private static final int MAX_WORDS = 20_000;

    private OpenAlexAnswers() {}

    /** An answer to {@code /works?…}. */
    public static List<Reference> works(String answer) throws BrokenAnswer {
        JsonObject json = Json.object(answer);
        if (!(json.get("results") instanceof JsonArray)) {
            throw new BrokenAnswer(NLS.bind(Messages.answer_lacks, "results"));
        }
        List<Reference> works = new ArrayList<>();
        for (JsonObject item : Json.objects(json, "results")) {
            work(item).ifPresent(works::add);
        }
        return works;
    }

    /** An answer to {@code /works/{id}}. */
    public static Reference work(String answer) throws BrokenAnswer {
        return work(Json.object(answer)).orElseThrow(() -> new BrokenAnswer(Messages.answer_noTitle));
    }

    /** What an answer to {@code /works/{id}} says of retraction. */
    public static List<WorkNotice> notices(String answer) throws BrokenAnswer {
        return Json.isTrue(known(answer), "is_retracted")
                ? List.of(new WorkNotice(OnlineSource.OPENALEX, WorkNotice.Kind.RETRACTED, "", ""))
                : List.of();
    }

    /** The PDFs that an answer to {@code /works/{id}} knows. */
    public static List<OpenPdf> pdfs(String answer) throws BrokenAnswer {
        JsonObject json = known(answer);
        List<JsonObject> places = new ArrayList<>();
        Json.object(json, "best_oa_location").ifPresent(places::add);
        Json.objects(json, "locations").stream().filter(place -> Json.isTrue(place, "is_oa")).forEach(places::add);
        return Pdfs.of(OnlineSource.OPENALEX, places, "pdf_url");
    }

    private static JsonObject known(String answer) throws BrokenAnswer {
        JsonObject json = Json.object(answer);
        if (Json.text(json, "id").isEmpty()) {
            throw new BrokenAnswer(NLS.bind(Messages.answer_lacks, "id"));
        }
        return json;
    }

    private static Optional<Reference> work(JsonObject json) {
        FoundWork work = new FoundWork();
        work.title(Json.text(json, "title").isEmpty() ? Json.text(json, "display_name") : Json.text(json, "title"));
        if (work.isEmpty()) {
            return Optional.empty();
        }
        JsonObject place = Json.objectOrEmpty(json, "primary_location");
        JsonObject venue = Json.objectOrEmpty(place, "source");
        JsonObject numbers = Json.objectOrEmpty(json, "biblio");
        String first = Json.text(numbers, "first_page");
        String last = Json.text(numbers, "last_page");
        work.type(type(Json.text(json, "type"), Json.text(venue, "type")))
                .venue(Json.text(venue, "display_name"))
                .abstractText(abstractOf(Json.objectOrEmpty(json, "abstract_inverted_index")))
                .doi(Json.text(json, "doi"))
                .year(Json.number(json.get("publication_year")))
                .date(Json.text(json, "publication_date"))
                .field(WorkField.VOLUME, Json.text(numbers, "volume"))
                .field(WorkField.ISSUE, Json.text(numbers, "issue"))
                .field(WorkField.ISSN, Json.text(venue, "issn_l"))
                .field(WorkField.PMID, Json.text(Json.objectOrEmpty(json, "ids"), "pmid").replaceFirst(".*/", ""))
                .field(WorkField.LANGUAGE, Json.text(json, "language"))
                .field(WorkField.URL, Json.text(place, "landing_page_url"))
                .pages(first.equals(last) || last.isEmpty() ? first : first + "-" + last);
        for (JsonObject authorship : Json.objects(json, "authorships")) {
            String name = Json.text(Json.objectOrEmpty(authorship, "author"), "display_name");
            work.author(name.isEmpty() ? Json.text(authorship, "raw_author_name") : name);
        }
        Json.objects(json, "keywords").forEach(keyword -> work.keyword(Json.text(keyword, "display_name")));
        return Optional.of(work.build());
    }

    private static WorkType type(String name, String venue) {
        return switch (name) {
            case "article", "review", "letter", "editorial", "erratum" -> venue.equals("conference")
                    ? WorkType.CONFERENCE_PAPER
                    : venue.equals("repository") ? WorkType.PREPRINT : WorkType.ARTICLE;
            default -> WorkTypes.of(name);
        };
    }

    /** Abstracts come as words with the places where they stand. */
    private static String abstractOf(JsonObject index) {
        Map<Integer, String> words = new TreeMap<>();
        for (Map.Entry<String, JsonElement> word : index.entrySet()) {
            if (word.getValue() instanceof JsonArray places) {
                for (JsonElement place : places) {
                    OptionalInt at = Json.number(place);
                    if (at.isPresent() && at.getAsInt() >= 0 && words.size() < MAX_WORDS) {
                        words.put(at.getAsInt(), word.getKey());
                    }
                }
            }
        }
        return String.join(" ", words.values());
    }
}
