package org.scholion.library.internal.online;

import java.time.Duration;
import org.scholion.library.online.OnlineSettings;
import org.scholion.library.online.OnlineSource;

/** How often each source wants to be asked at most. */
final class Manners {

    private Manners() {}

    /** From one request to the next. */
    static Duration interval(OnlineSource source, OnlineSettings settings) {
        boolean keyed = settings.key(source).isPresent();
        return Duration.ofMillis(switch (source) {
            // lists: three a second for those who give their address, else one
            case CROSSREF -> settings.contact().isEmpty() ? 1000 : 350;
            case OPENALEX, UNPAYWALL -> 100;
            case ARXIV -> 3000;
            case SEMANTIC_SCHOLAR -> 1000;
            // ten a second with a key, else three
            case PUBMED -> keyed ? 110 : 350;
            case DOI -> 200;
        });
    }
}
