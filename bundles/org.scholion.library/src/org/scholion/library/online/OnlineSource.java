package org.scholion.library.online;

import java.net.URI;
import java.util.EnumSet;
import java.util.Set;
import org.scholion.library.internal.online.Messages;

/** The sources that are known. */
public enum OnlineSource {
    CROSSREF("Crossref", "https://api.crossref.org", Key.NONE, Capability.SEARCH, Capability.LOOKUP, Capability.STATUS),
    OPENALEX("OpenAlex", "https://api.openalex.org", Key.NEEDED, Capability.SEARCH, Capability.LOOKUP, Capability.STATUS, Capability.PDF),
    ARXIV("arXiv", "https://export.arxiv.org", Key.NONE, Capability.SEARCH, Capability.LOOKUP, Capability.PDF),
    SEMANTIC_SCHOLAR(
            "Semantic Scholar", "https://api.semanticscholar.org", Key.POSSIBLE, Capability.SEARCH, Capability.LOOKUP, Capability.PDF),
    PUBMED("PubMed", "https://eutils.ncbi.nlm.nih.gov", Key.POSSIBLE, Capability.SEARCH, Capability.LOOKUP, Capability.STATUS),
    UNPAYWALL("Unpaywall", "https://api.unpaywall.org", Key.NONE, Capability.PDF),
    /** The resolver of DOIs and the agencies that it leads to. */
    DOI("doi.org", "https://doi.org", Key.NONE, Capability.LOOKUP);

    /** What a source can do. */
    public enum Capability {
        /** Finds works by text. */
        SEARCH,
        /** Finds a work by its number. */
        LOOKUP,
        /** Knows where a PDF is open. */
        PDF,
        /** Knows retractions and corrections. */
        STATUS
    }

    /** Whether a source wants a key. */
    public enum Key {
        NONE,
        /** It answers without one, more often with one. */
        POSSIBLE,
        NEEDED
    }

    private final String title;
    private final URI address;
    private final Key key;
    private final Set<Capability> capabilities = EnumSet.noneOf(Capability.class);

    OnlineSource(String title, String address, Key key, Capability... capabilities) {
        this.title = title;
        this.address = URI.create(address);
        this.key = key;
        this.capabilities.addAll(Set.of(capabilities));
    }

    /** Its name, the same in all languages. */
    public String title() {
        return title;
    }

    /** Where it is asked. */
    public URI address() {
        return address;
    }

    public Key key() {
        return key;
    }

    /** Whether it refuses whoever gives no mail address. */
    public boolean needsContact() {
        return this == UNPAYWALL;
    }

    public Set<Capability> capabilities() {
        return Set.copyOf(capabilities);
    }

    /** What it gets when it is asked, in the language of the user: two sentences to show beside the switch. */
    public String sent() {
        return switch (this) {
            case CROSSREF -> Messages.sent_crossref;
            case OPENALEX -> Messages.sent_openalex;
            case ARXIV -> Messages.sent_arxiv;
            case SEMANTIC_SCHOLAR -> Messages.sent_semanticScholar;
            case PUBMED -> Messages.sent_pubmed;
            case UNPAYWALL -> Messages.sent_unpaywall;
            case DOI -> Messages.sent_doi;
        };
    }
}
