package org.scholion.library.internal.online;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.Reference;
import org.scholion.library.WorkField;
import org.scholion.library.WorkType;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.OpenPdf;

/** Reads the JSON of the Academic Graph of Semantic Scholar. */
public final class SemanticScholarAnswers {

    private SemanticScholarAnswers() {}

    /** An answer to {@code /paper/search}; without {@code data} when nothing was found. */
    public static List<Reference> works(String answer) throws BrokenAnswer {
        JsonObject json = Json.object(answer);
        if (!json.has("total") && !json.has("data")) {
            throw new BrokenAnswer(NLS.bind(Messages.answer_lacks, "data"));
        }
        List<Reference> works = new ArrayList<>();
        for (JsonObject item : Json.objects(json, "data")) {
            work(item).ifPresent(works::add);
        }
        return works;
    }

    /** An answer to {@code /paper/{id}}. */
    public static Reference work(String answer) throws BrokenAnswer {
        return work(Json.object(answer)).orElseThrow(() -> new BrokenAnswer(Messages.answer_noTitle));
    }

    /** The PDF that an answer to {@code /paper/{id}} knows. */
    public static List<OpenPdf> pdfs(String answer) throws BrokenAnswer {
        JsonObject json = Json.object(answer);
        if (Json.text(json, "paperId").isEmpty()) {
            throw new BrokenAnswer(NLS.bind(Messages.answer_lacks, "paperId"));
        }
        return Pdfs.of(OnlineSource.SEMANTIC_SCHOLAR, List.of(Json.objectOrEmpty(json, "openAccessPdf")), "url");
    }

    private static Optional<Reference> work(JsonObject json) {
        FoundWork work = new FoundWork().title(Json.text(json, "title"));
        if (work.isEmpty()) {
            return Optional.empty();
        }
        JsonObject ids = Json.objectOrEmpty(json, "externalIds");
        JsonObject journal = Json.objectOrEmpty(json, "journal");
        String arxiv = Json.text(ids, "ArXiv");
        work.type(type(json, arxiv))
                .venue(Json.text(json, "venue").isEmpty() ? Json.text(journal, "name") : Json.text(json, "venue"))
                .abstractText(Json.text(json, "abstract"))
                .doi(Json.text(ids, "DOI"))
                .year(Json.number(json.get("year")))
                .date(Json.text(json, "publicationDate"))
                .field(WorkField.VOLUME, Json.text(journal, "volume"))
                .field(WorkField.PMID, Json.text(ids, "PubMed"))
                .field(WorkField.EPRINT, arxiv)
                .field(WorkField.ARCHIVE, arxiv.isEmpty() ? "" : "arXiv")
                .pages(Json.text(journal, "pages"));
        Json.objects(json, "authors").forEach(author -> work.author(Json.text(author, "name")));
        return Optional.of(work.build());
    }

    private static WorkType type(JsonObject json, String arxiv) {
        List<String> types = Json.texts(json, "publicationTypes");
        if (types.contains("Conference")) {
            return WorkType.CONFERENCE_PAPER;
        } else if (types.contains("BookSection")) {
            return WorkType.CHAPTER;
        } else if (types.contains("Book")) {
            return WorkType.BOOK;
        } else if (types.contains("Dataset")) {
            return WorkType.DATASET;
        } else if (!arxiv.isEmpty() && Json.text(json, "venue").matches("(?i)|arxiv.*")) {
            return WorkType.PREPRINT;
        }
        return types.contains("JournalArticle") || types.contains("Review") ? WorkType.ARTICLE : WorkType.OTHER;
    }
}
