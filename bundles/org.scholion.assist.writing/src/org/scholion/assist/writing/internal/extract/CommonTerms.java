package org.scholion.assist.writing.internal.extract;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;

/** How much a word of a paper tells: those that stand in many abstracts of other papers tell little. Immutable. */
final class CommonTerms {

    private static final String FILE = "/model/common-terms.tsv";
    private static final double ABSTRACTS = 10_000;

    /** In how many of 10,000 abstracts a word stands that is not in the file: half of the least that is. */
    private static final double RARE = 10;

    private final Map<String, Integer> counts = new HashMap<>();

    private CommonTerms() {}

    static CommonTerms bundled() {
        CommonTerms terms = new CommonTerms();
        try (InputStream in = CommonTerms.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new FileNotFoundException(FILE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && !line.startsWith("#")) {
                    terms.counts.put(line.substring(0, tab), Integer.parseInt(line.substring(tab + 1)));
                }
            }
        } catch (IOException broken) {
            throw new IllegalStateException("the list of common terms cannot be read", broken);
        }
        return terms;
    }

    /** The natural logarithm of how rare a word is, from 0 for one that stands in all abstracts to about 7. */
    double rarity(String term) {
        Integer count = counts.get(term);
        return Math.log(ABSTRACTS / Math.max(RARE, count == null ? RARE : count));
    }
}
