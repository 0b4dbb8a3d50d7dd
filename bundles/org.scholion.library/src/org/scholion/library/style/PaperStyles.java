package org.scholion.library.style;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which style comes nearest to what a LaTeX paper uses. A guess: BibTeX styles are programs, and these are the CSL styles that print much
 * the same.
 *
 * <table>
 * <caption>What is known</caption>
 * <tr><th>{@code \bibliographystyle} or style of biblatex</th><th>CSL style</th></tr>
 * <tr><td>plain, abbrv, siam, amsplain, acm</td><td>numbered by the alphabet</td></tr>
 * <tr><td>unsrt, ieeetr, numeric</td><td>numbered in the order of citation</td></tr>
 * <tr><td>alpha, alphabetic</td><td>labels such as Low51</td></tr>
 * <tr><td>plainnat, abbrvnat, authoryear, ...</td><td>author and date</td></tr>
 * <tr><td>apalike, apacite, apa, ...</td><td>that of the society or publisher</td></tr>
 * </table>
 */
public final class PaperStyles {

    /** What is used where nothing is known. */
    public static final String DEFAULT = "ieee";

    private static final String BY_ALPHABET = "association-for-computing-machinery";
    private static final String AUTHOR_DATE = "chicago-author-date";
    private static final String APA = "apa";
    private static final String NATURE = "nature";
    private static final String ACS = "american-chemical-society";
    private static final String APS = "american-physics-society";
    private static final String VANCOUVER = "nlm-citation-sequence";
    private static final String LABELS = "american-mathematical-society-label";

    private static final Map<String, Set<String>> NAMES = Map.ofEntries(
            Map.entry(BY_ALPHABET, Set.of("plain", "abbrv", "acm", "plainurl", "siam", "siamplain", "amsplain", "ams",
                    "acm-reference-format", "acmnumeric", "acmauthoryear", "sig-alternate", "abbrvacm")),
            Map.entry("ieee", Set.of("ieee", "ieeetr", "ieeetran", "ieeetrans", "ieeetrann", "ieeetransn", "ieeetrans_n", "unsrt", "unsrtnat", "unsrturl",
                    "numeric", "numeric-comp", "numeric-verb", "ieee_fullname", "ieeenat_fullname")),
            Map.entry(LABELS, Set.of("alpha", "alphabetic", "alphabetic-verb", "amsalpha", "alphaurl")),
            Map.entry(AUTHOR_DATE, Set.of("plainnat", "abbrvnat", "authoryear", "authoryear-comp", "authoryear-icomp", "authoryear-ibid",
                    "chicago", "chicago-authordate", "chicagoa", "named", "icml2024", "icml2025", "iclr2024_conference", "iclr2025_conference")),
            Map.entry("chicago-notes-bibliography", Set.of("chicago-notes", "verbose", "verbose-ibid", "verbose-note", "verbose-trad1")),
            Map.entry("modern-language-association", Set.of("mla", "mla-new", "authortitle", "authortitle-icomp")),
            Map.entry(APA, Set.of("apa", "apacite", "apalike", "apalike2", "apalike-ejor", "newapa", "apsr", "apacann", "cas-model2-names")),
            Map.entry("association-for-computational-linguistics", Set.of("acl_natbib", "acl", "acl_bib")),
            Map.entry(NATURE, Set.of("nature", "naturemag", "sn-nature", "naturemag-doi")),
            Map.entry("science", Set.of("science", "sciencemag", "scicite")),
            Map.entry(ACS, Set.of("achemso", "acs", "chem-acs", "jacs")),
            Map.entry(APS, Set.of("apsrev", "apsrev4-1", "apsrev4-2", "apsrmp", "apsrmp4-1", "apsrmp4-2", "phys", "sn-aps", "phaip", "aipnum4-1")),
            Map.entry("american-institute-of-physics", Set.of("aip", "aipauth4-1", "aipnum4-2")),
            Map.entry("springer-lecture-notes-in-computer-science", Set.of("splncs", "llncs")),
            Map.entry("springer-lecture-notes-in-computer-science-alphabetical", Set.of("splncs03", "splncs04", "splncs_srt")),
            Map.entry("springer-basic-author-date", Set.of("spbasic", "sn-basic", "svjour")),
            Map.entry("springer-mathphys-author-date", Set.of("sn-mathphys-ay")),
            Map.entry("springer-mathphys-brackets", Set.of("spmpsci", "sn-mathphys", "sn-mathphys-num")),
            Map.entry("elsevier-with-titles", Set.of("elsarticle-num", "elsarticle-num-names", "model1-num-names", "elsart-num")),
            Map.entry("elsevier-harvard", Set.of("elsarticle-harv", "model5-names", "model2-names", "elsart-harv", "cas-harv")),
            Map.entry(VANCOUVER, Set.of("vancouver", "nlm", "ama", "bmc-mathphys", "sn-vancouver")),
            Map.entry("springer-vancouver-author-date", Set.of("vancouver-authoryear")),
            Map.entry("plos", Set.of("plos", "plos2015", "plos2009")),
            Map.entry("harvard-cite-them-right", Set.of("agsm", "dcu", "kluwer", "harvard", "jmr", "jphysicsb", "authordate1", "authordate2")),
            Map.entry("royal-society-of-chemistry", Set.of("rsc", "chem-rsc", "angew-rsc")),
            Map.entry("angewandte-chemie", Set.of("angew", "chem-angew")),
            Map.entry("american-geophysical-union", Set.of("agu", "agufull08", "agu04")),
            Map.entry("copernicus-publications", Set.of("copernicus")),
            Map.entry("american-meteorological-society", Set.of("ametsoc", "ametsoc2014", "ametsocv6")),
            Map.entry("the-astrophysical-journal", Set.of("aa", "aasjournal", "aas", "mnras")),
            Map.entry("frontiers", Set.of("frontiersinscns_eng_humansphys", "frontiers-harvard", "frontiersinhlth", "frontiersinhumsocsci")),
            Map.entry("multidisciplinary-digital-publishing-institute", Set.of("mdpi")),
            Map.entry("iso690-numeric-en", Set.of("iso-numeric", "iso690")),
            Map.entry("iso690-author-date-en", Set.of("iso-authoryear")),
            Map.entry("china-national-standard-gb-t-7714-2015-numeric", Set.of("gbt7714-numerical", "gbt7714-2005-numerical", "gb7714-2015")),
            Map.entry("china-national-standard-gb-t-7714-2015-author-date",
                    Set.of("gbt7714-author-year", "gbt7714-2005-author-year", "gb7714-2015ay")));

    private static final Pattern STYLE = Pattern.compile("(?m)^[^%\\n]*\\\\bibliographystyle\\s*\\{([^{}]+)\\}");
    private static final Pattern BIBLATEX = Pattern.compile(
            "(?m)^[^%\\n]*\\\\(?:usepackage|RequirePackage)\\s*(?:\\[([^\\]]*)\\]\\s*)?\\{biblatex\\}");
    private static final Pattern OPTION = Pattern.compile("(?:^|[,\\s])(?:bib)?style\\s*=\\s*\\{?([\\w-]+)");

    private PaperStyles() {}

    /**
     * The id of the style that comes nearest.
     *
     * @param name as {@code \bibliographystyle} or the option {@code style} of biblatex says it; capitals do not count
     * @return empty when the name is not known
     */
    public static Optional<String> guess(String name) {
        String small = name.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.bst$", "");
        return NAMES.entrySet().stream().filter(style -> style.getValue().contains(small)).map(Map.Entry::getKey).findFirst();
    }

    /**
     * The style that comes nearest to what the source of a paper names: in {@code \bibliographystyle}, else as the style of biblatex.
     *
     * @param sources the text of each file of the paper
     * @return empty when none is named, or one that is not known
     */
    public static Optional<String> of(Collection<String> sources) {
        List<String> names = new ArrayList<>();
        for (String source : sources) {
            Matcher style = STYLE.matcher(source);
            while (style.find()) {
                names.add(style.group(1));
            }
        }
        for (String source : sources) {
            Matcher biblatex = BIBLATEX.matcher(source);
            while (biblatex.find()) {
                String options = biblatex.group(1) == null ? "" : biblatex.group(1);
                Matcher option = OPTION.matcher(options);
                names.add(option.find() ? option.group(1) : "numeric");
            }
        }
        return names.stream().map(PaperStyles::guess).flatMap(Optional::stream).findFirst();
    }

    /** All ids that {@link #guess} may give. */
    public static Set<String> styles() {
        return NAMES.keySet();
    }
}
