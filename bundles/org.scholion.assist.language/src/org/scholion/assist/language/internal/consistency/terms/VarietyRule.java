package org.scholion.assist.language.internal.consistency.terms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Counts;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperBlock;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.assist.language.internal.consistency.Word;
import org.scholion.assist.language.internal.consistency.terms.SpellingVarieties.Variety;
import org.scholion.manuscript.BlockKind;

/** British beside American spelling: of one word, or of the words of one kind, such as those in -ise and -ize. */
public final class VarietyRule implements PaperRule<List<VarietyRule.Use>> {

    /** In a group where the author is this much decided, another word of the group is an exception to what he wanted. */
    private static final int DECIDED = 4;
    /** More findings of one word say no more than these. */
    private static final int MAX_OF_ONE = 5;

    /** A word that is spelled in several ways. */
    public record Use(Word word, String base, String group, Variety variety, String other) {}

    private final SpellingVarieties varieties = new SpellingVarieties();

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.SPELLING_VARIETY);
    }

    @Override
    public List<Use> facts(BlockText text) {
        List<Use> uses = new ArrayList<>();
        boolean prose = text.kind().holdsSentences() || text.kind() == BlockKind.HEADING || text.kind() == BlockKind.TITLE;
        if (prose && text.isEnglish()) {
            for (Word word : text.words()) {
                // a capital letter inside a sentence is that of a name, which keeps its spelling
                if (word.open() && (word.first() || Character.isLowerCase(word.text().charAt(0)) || text.kind() == BlockKind.HEADING)) {
                    varieties.of(word).ifPresent(uses::add);
                }
            }
        }
        return List.copyOf(uses);
    }

    private record Place(PaperBlock block, Use use) {}

    @Override
    public void judge(Paper paper, List<List<Use>> facts, Findings findings) {
        Map<String, List<Place>> byWord = new HashMap<>();
        Map<String, Counts<Variety>> byGroup = new HashMap<>();
        List<Place> all = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            for (Use use : facts.get(i)) {
                Place place = new Place(paper.blocks().get(i), use);
                all.add(place);
                byWord.computeIfAbsent(use.base(), base -> new ArrayList<>()).add(place);
                byGroup.computeIfAbsent(use.group(), group -> new Counts<>()).add(use.variety());
            }
        }
        Optional<Variety> declared = declared(paper.manuscript().language());
        Counts<String> told = new Counts<>();
        for (Place place : all) {
            Use use = place.use();
            Counts<Variety> ofWord = new Counts<>();
            byWord.getOrDefault(use.base(), List.of()).forEach(same -> ofWord.add(same.use().variety()));
            Counts<Variety> ofGroup = byGroup.getOrDefault(use.group(), new Counts<>());
            // -ize is British as well: there only the author's own habit counts
            boolean free = declared.isEmpty() || use.group().equals("ise");
            Variety wanted = free ? ofGroup.best() : declared.get();
            boolean decided = ofGroup.of(wanted) >= DECIDED * ofGroup.of(use.variety());
            boolean mixed = ofWord.size() > 1 && (!free || ofGroup.of(wanted) > ofGroup.of(use.variety()));
            if (use.variety() != wanted && (mixed || decided) && told.of(use.base()) < MAX_OF_ONE) {
                told.add(use.base());
                int count = ofGroup.of(wanted);
                findings.add(
                        Rule.SPELLING_VARIETY, place.block(), use.word().range(), List.of(use.other()), use.word().text(), use.other(),
                        count);
            }
        }
    }

    /** What the paper says of itself. */
    private static Optional<Variety> declared(String language) {
        return switch (language) {
            case "en-GB", "en-AU", "en-NZ", "en-IE", "en-ZA" -> Optional.of(Variety.BRITISH);
            case "en-US" -> Optional.of(Variety.AMERICAN);
            default -> Optional.empty();
        };
    }
}
