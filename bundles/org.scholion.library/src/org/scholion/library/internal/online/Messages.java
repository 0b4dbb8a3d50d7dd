package org.scholion.library.internal.online;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;

/** Texts for the author; filled by the platform, not by a constructor. */
@NonNullByDefault({})
public final class Messages extends NLS {

    public static String answer_broken;
    public static String answer_error;
    public static String answer_json;
    public static String answer_lacks;
    public static String answer_large;
    public static String answer_noTitle;
    public static String answer_type;
    public static String answer_xml;
    public static String cache_notForgotten = "";
    public static String load_failed;
    public static String load_gone;
    public static String load_noFolder;
    public static String load_noPdf;
    public static String load_unsafe;
    public static String refused_key;
    public static String refused_limit;
    public static String refused_limitUntil;
    public static String refused_noKey;
    public static String refused_request;
    public static String refused_trouble;
    public static String sent_arxiv;
    public static String sent_crossref;
    public static String sent_doi;
    public static String sent_openalex;
    public static String sent_pubmed;
    public static String sent_semanticScholar;
    public static String sent_unpaywall;
    public static String source_moved;
    public static String source_needsContact;
    public static String source_needsKey;
    public static String source_off;
    public static String source_silent;
    public static String source_unreachable;
    public static String sources_off;
    public static String work_noNumber;

    static {
        NLS.initializeMessages("org.scholion.library.internal.online.messages", Messages.class);
    }

    private Messages() {}
}
