package org.scholion.assist.language.internal.consistency.references;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Counts;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperBlock;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.assist.language.internal.consistency.Word;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.SourceRange;
import org.scholion.text.TextRange;

/**
 * The word before a reference, such as "Fig." and "Figure", "section" and "Section". In brackets and at the beginning of sentences
 * many journals want another form, so each of the three places is judged by itself.
 */
public final class ReferenceWordRule implements PaperRule<List<ReferenceWordRule.Use>> {

    /** Below this nobody has a habit yet. */
    private static final int HABIT = 4;
    /** A rarer form is a slip; one that is more frequent may have a reason that is not seen here. */
    private static final int SLIP_SHARE = 4;
    /** More findings of one form say no more than these. */
    private static final int MAX_OF_ONE = 5;

    private static final Map<String, String> KINDS = new HashMap<>();

    static {
        String[][] kinds = {
            {"figure", "figure", "fig", "figures", "figs"},
            {"table", "table", "tab", "tables", "tabs"},
            {"section", "section", "sec", "sect", "sections", "secs", "sects"},
            {"equation", "equation", "eq", "eqn", "equations", "eqs", "eqns"},
            {"appendix", "appendix", "app", "appendices"},
            {"algorithm", "algorithm", "alg", "algorithms"},
            {"chapter", "chapter", "chap", "ch", "chapters"},
            {"theorem", "theorem", "thm", "theorems"},
            {"lemma", "lemma", "lem", "lemmas"},
            {"definition", "definition", "def", "definitions"},
            {"listing", "listing", "listings"},
        };
        for (String[] kind : kinds) {
            for (int i = 1; i < kind.length; i++) {
                KINDS.put(kind[i], kind[0]);
            }
        }
    }

    /** Where in a sentence a reference stands. */
    public enum Position {
        RUNNING,
        BRACKETS,
        SENTENCE_START
    }

    /**
     * A word before a reference.
     *
     * @param range the word with its full stop
     * @param reference the place of the placeholder
     */
    public record Use(TextRange range, String form, String kind, boolean plural, Position position, int reference) {}

    private record Place(PaperBlock block, Use use) {}

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.REFERENCE_WORD_MIXED, Rule.REFERENCE_TIE);
    }

    @Override
    public List<Use> facts(BlockText text) {
        List<Use> uses = new ArrayList<>();
        if (!text.isEnglish() || !text.kind().holdsSentences()) {
            return List.of();
        }
        for (int i = 0; i < text.words().size(); i++) {
            Word word = text.words().get(i);
            @Nullable String kind = KINDS.get(word.lower());
            if (kind != null && word.open()) {
                int end = text.at(word.end()) == '.' ? word.end() + 1 : word.end();
                int reference = BlockText.isSpace(text.at(end)) ? end + 1 : end;
                if (text.at(reference) == '\uFFFC' && text.placeholderAt(reference) == PlaceholderKind.CROSS_REFERENCE) {
                    TextRange range = new TextRange(word.start(), end);
                    boolean plural = word.lower().endsWith("s") || word.lower().endsWith("ces");
                    uses.add(new Use(range, range.of(text.text()), kind, plural, position(text, word), reference));
                }
            }
        }
        return List.copyOf(uses);
    }

    private static Position position(BlockText text, Word word) {
        for (TextRange sentence : text.sentences()) {
            if (sentence.start() == word.start()) {
                return Position.SENTENCE_START;
            }
            if (sentence.contains(word.start())) {
                int depth = 0;
                for (int i = sentence.start(); i < word.start(); i++) {
                    char c = text.text().charAt(i);
                    depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                }
                return depth > 0 ? Position.BRACKETS : Position.RUNNING;
            }
        }
        return Position.RUNNING;
    }

    @Override
    public void judge(Paper paper, List<List<Use>> facts, Findings findings) {
        Map<String, List<Place>> groups = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            for (Use use : facts.get(i)) {
                Place place = new Place(paper.blocks().get(i), use);
                String group = use.kind() + use.plural() + use.position();
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(place);
                if (findings.wants(Rule.REFERENCE_TIE)) {
                    judgeTie(paper, place, findings);
                }
            }
        }
        for (List<Place> group : groups.values()) {
            if (group.getFirst().use().position() != Position.SENTENCE_START) {
                judge(group, findings);
            }
        }
    }

    private static void judge(List<Place> group, Findings findings) {
        Counts<String> forms = new Counts<>();
        group.forEach(place -> forms.add(place.use().form()));
        String best = forms.best();
        if (forms.of(best) < HABIT) {
            return;
        }
        Counts<String> told = new Counts<>();
        for (Place place : group) {
            String form = place.use().form();
            if (!form.equals(best) && forms.of(form) * SLIP_SHARE <= forms.of(best) && told.of(form) < MAX_OF_ONE) {
                told.add(form);
                findings.add(
                        Rule.REFERENCE_WORD_MIXED, place.block(), place.use().range(), List.of(best), form, best, forms.of(best),
                        place.use().kind().toUpperCase(Locale.ROOT));
            }
        }
    }

    /** An ordinary space before the number may be torn at the end of a line. */
    private static void judgeTie(Paper paper, Place place, Findings findings) {
        int space = place.use().reference() - 1;
        if (!BlockText.isSpace(place.block().text().at(space))) {
            return;
        }
        TextRange range = TextRange.ofLength(space, 1);
        SourceRange source = place.block().block().prose().map().place(range).enclosing();
        String written = paper.manuscript().source(source.unit()).map(text -> source.range().of(text.text())).orElse("~");
        if (written.isBlank() && !written.isEmpty() && written.indexOf('\u00A0') < 0) {
            String tie = paper.manuscript().format().equals("latex") ? "~" : "\u00A0";
            findings.add(Rule.REFERENCE_TIE, source, List.of(tie), place.use().form());
        }
    }
}
