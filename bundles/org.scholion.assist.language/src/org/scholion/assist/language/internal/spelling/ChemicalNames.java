package org.scholion.assist.language.internal.spelling;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Systematic names of chemistry, which nobody can list: a word is one when it is made of nothing but the parts that the rules of IUPAC
 * make names of ({@code cyclo-hex-ane-carboxylic}, {@code tri-az-ole-s}).
 */
final class ChemicalNames {

    private static final int SHORTEST = 8;
    private static final int LEAST_PARTS = 3;
    /** Two parts that are so long are enough: {@code benzo-furan}. */
    private static final int LONG_PART = 5;

    /** How many, how joined, where. */
    private static final List<String> BEFORE = List.of(
            "mono", "di", "tri", "tetra", "tetr", "penta", "pent", "hexa", "hepta", "octa", "nona", "deca", "undeca", "dodeca", "bis", "tris",
            "bi", "cyclo", "spiro", "iso", "is", "neo", "nor", "homo", "sec", "tert", "cis", "trans", "ortho", "meta", "para", "hydro", "deoxy", "epoxy", "poly");

    /** Chains, rings, groups and elements. */
    private static final List<String> STEMS = List.of(
            "meth", "eth", "prop", "but", "pent", "hex", "hept", "oct", "non", "dec", "undec", "dodec", "tetradec", "hexadec", "octadec",
            "icos", "phen", "benz", "benzo", "naphth", "naphtho", "anthrac", "pyr", "pyrid", "pyrido", "pyrrol", "pyrrolid", "pyrimid",
            "pyrimido", "pyraz", "piper", "piperid", "piperaz", "morphol", "quin", "quinol", "quinox", "indol", "indaz", "imid", "imidaz",
            "thiaz", "oxaz", "furan", "furo", "furyl", "pyran", "thieno", "thioph", "purin", "tolu", "xyl", "styr", "adamant", "norborn",
            "glycin", "alanin", "acet", "formyl", "formamid", "propion", "butyr", "valer", "malon", "succin", "glutar", "adip", "phthal", "salicyl",
            "cinnam", "oxal", "ox", "oxa", "az", "aza", "azo", "azid", "thi", "thia", "thio", "sila", "phospha", "bora", "sulf", "sulfo",
            "sulfon", "sulfin", "sulfan", "phosph", "phospho", "phosphon", "nitr", "nitro", "nitroso", "amin", "amino", "amid", "amido",
            "imin", "imino", "hydrox", "hydroxy", "hydraz", "oxo", "oxy", "carbox", "carboxy", "carbon", "carb", "carbo", "cyan", "cyano",
            "chlor", "chloro", "brom", "bromo", "fluor", "fluoro", "iod", "iodo", "mercapto", "acryl", "vinyl", "allyl", "tosyl", "silyl",
            "boryl", "lact", "guan", "ure", "ureid", "gluc", "galact", "mannos", "rib", "glycer", "chol", "ster");

    /** What a name goes on with or ends in. */
    private static final List<String> AFTER = List.of(
            "ane", "ene", "yne", "an", "en", "yn", "adien", "adiene", "yl", "ylidene", "ylene", "oyl", "ol", "ole", "olo", "in", "ine", "ino",
            "ep", "epin", "epine", "al", "one", "on", "oic", "oat", "oate", "ic", "ate", "ato", "ite", "ide", "ido", "amine", "amin",
            "amide", "imine", "imide", "idine", "idin", "nitrile", "thiol", "ium", "onium", "carboxylic", "carboxylate", "carboxamide",
            "sulfonic", "sulfonate", "sulfonamide", "phosphonate", "carbaldehyde", "aldehyde", "oxide", "oxane", "olane", "azole", "azine",
            "phenone", "o");
    private static final Set<String> ENDS = Set.of(
            "ane", "ene", "yne", "adiene", "yl", "ylidene", "ylene", "oyl", "ol", "ole", "ine", "epine", "al", "one", "oic", "oate", "ic",
            "ate", "ite", "ide", "amine", "amide", "imine", "imide", "idine", "nitrile", "thiol", "ium", "onium", "carboxylic",
            "carboxylate", "carboxamide", "sulfonic", "sulfonate", "sulfonamide", "phosphonate", "carbaldehyde", "aldehyde", "oxide",
            "oxane", "olane", "azole", "azine", "phenone", "furan", "pyran");

    private static final Set<String> STEM_SET = Set.copyOf(STEMS);
    private static final Set<String> BEFORE_SET = Set.copyOf(BEFORE);
    private static final Set<String> PARTS =
            Stream.of(BEFORE, STEMS, AFTER).flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_PART = PARTS.stream().mapToInt(String::length).max().orElse(0);

    private ChemicalNames() {}

    /** Whether a word in lower case is such a name, in the singular or plural. */
    static boolean isOne(String lower) {
        String singular = lower.endsWith("s") ? lower.substring(0, lower.length() - 1) : lower;
        return singular.length() >= SHORTEST && isMade(singular, 0, 0, false, LEAST_PARTS);
    }

    /**
     * Whether the rest of a word is made of parts.
     *
     * @param from where the rest begins
     * @param parts how many there are before it
     * @param stem whether one of them is a stem
     * @param needed how many there have to be
     */
    private static boolean isMade(String word, int from, int parts, boolean stem, int needed) {
        for (int to = Math.min(word.length(), from + LONGEST_PART); to > from; to--) {
            String part = word.substring(from, to);
            boolean first = from == 0;
            if (!PARTS.contains(part) || first && !BEFORE_SET.contains(part) && !STEM_SET.contains(part)) {
                continue;
            }
            boolean anyStem = stem || STEM_SET.contains(part);
            int enough = first && part.length() >= LONG_PART && word.length() - to >= LONG_PART ? 2 : needed;
            if (to == word.length()) {
                if (parts + 1 >= needed && anyStem && ENDS.contains(part)) {
                    return true;
                }
            } else if (isMade(word, to, parts + 1, anyStem, enough)) {
                return true;
            }
        }
        return false;
    }
}
