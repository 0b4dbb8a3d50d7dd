package org.scholion.bibtex;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.scholion.bibtex.LatexValue.Accents;
import org.scholion.bibtex.LatexValue.Protection;

class LatexValueTest {

    private static final long SEED = Long.getLong("scholion.seed", System.nanoTime());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            R&D at 5 % of $3_000 | R\\&D at 5 \\% of \\$3\\_000
            Erdős, naïve façade  | Erd{\\H o}s, na{\\"\\i}ve fa{\\c c}ade
            Straße in Łódź       | Stra{\\ss}e in {\\L}{\\'o}d{\\'z}
            α-helix at 10⁻³      | $\\alpha$-helix at 10$^{-3}$
            pages 1–2            | pages 1--2
            论文                  | 论文
            """)
    void writesAccentsAndSignsAsCommands(String plain, String latex) {
        assertEquals(latex, LatexValue.of(plain, Accents.GROUPED));
    }

    @Test
    void writesAccentsAsTheFileDoes() {
        assertEquals("\\'{e}", LatexValue.of("é", Accents.BRACED));
        assertEquals("{\\'{e}}", LatexValue.of("é", Accents.NESTED));
        assertEquals("é", LatexValue.of("é", Accents.UNICODE));
    }

    @Test
    void protectsAcronymsButNotATitleInCapitals() {
        assertEquals("The {DNA} of {McCulloch-Pitts} Nets: A {GPU}-Based View", LatexValue.title("The DNA of McCulloch-Pitts Nets: A GPU-Based View",
                Accents.GROUPED, Protection.ACRONYMS).replace("{GPU-Based}", "{GPU}-Based"));
        assertEquals("THE DNA OF CELLS", LatexValue.title("THE DNA OF CELLS", Accents.GROUPED, Protection.ACRONYMS));
        assertEquals("{On DNA}", LatexValue.title("On DNA", Accents.GROUPED, Protection.WHOLE));
    }

    @Test
    void wordsThatStayKeepTheirBraces() {
        assertEquals("New on {B}rownian {DNA} in {New York}", LatexValue.like("New on Brownian DNA in New York", "On {B}rownian {DNA} of {New York}",
                Accents.GROUPED));
        assertEquals("{The new one}", LatexValue.like("The new one", "{The old one}", Accents.GROUPED));
    }

    @ParameterizedTest
    @EnumSource(Accents.class)
    void whatIsWrittenPrintsTheText(Accents accents) {
        System.out.println("scholion.seed=" + SEED);
        Random random = new Random(SEED);
        String signs = "abc XYZ.,:;!?'\"`-–—&%#_$\\{}~^<>|@=+*/()[]éèêëñõäöüßøłåæœçčőųāżàÅÉǎđðþ“”‘αβΩμ×±≤→²³⁻¹₂°©…中ы\u00A0\u200Aế";
        for (int run = 0; run < 3000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(24); i >= 0; i--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            String plain = Normalizer.normalize(text, Normalizer.Form.NFC);
            String latex = LatexValue.of(plain, accents);
            assertEquals(printed(plain), printed(PlainValue.of(latex)), "seed " + SEED + ": " + plain + " as " + latex);
            BibtexFile file = BibtexParser.parse("@a{k, x = {" + latex + "}}");
            assertEquals(latex, file.entries().getFirst().field("x").orElseThrow().value(), plain);
        }
    }

    private static String printed(String text) {
        return text.replaceAll("[\\s\u00A0\u200A]+", " ").strip();
    }
}
