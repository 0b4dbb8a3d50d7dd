package org.scholion.library.internal.online;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.scholion.library.online.OnlineSource;
import org.scholion.library.online.OpenPdf;

/** Reads the JSON of Unpaywall. */
public final class UnpaywallAnswers {

    private UnpaywallAnswers() {}

    /** An answer to {@code /v2/{doi}}. */
    public static List<OpenPdf> pdfs(String answer) throws BrokenAnswer {
        JsonObject json = Json.object(answer);
        if (!json.has("is_oa")) {
            throw new BrokenAnswer(NLS.bind(Messages.answer_lacks, "is_oa"));
        }
        List<JsonObject> places = new ArrayList<>();
        Json.object(json, "best_oa_location").ifPresent(places::add);
        places.addAll(Json.objects(json, "oa_locations"));
        return Pdfs.of(OnlineSource.UNPAYWALL, places, "url_for_pdf");
    }
}
