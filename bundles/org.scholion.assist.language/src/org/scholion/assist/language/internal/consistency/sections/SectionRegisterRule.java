package org.scholion.assist.language.internal.consistency.sections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperBlock;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.manuscript.BlockKind;
import org.scholion.text.TextRange;

/**
 * A section with a few spots of spoken language in a paper that is formal elsewhere: one finding each section. Papers that address
 * their readers or talk to them throughout are left alone.
 */
public final class SectionRegisterRule implements PaperRule<SectionRegisterRule.Facts> {

    private static final int MOST_SPOTS = 3;
    private static final int MOST_SECTIONS = 2;
    /** There are so many sections without a spot for each with some. */
    private static final int FORMAL_FOR_EACH = 3;

    /**
     * What a block holds.
     *
     * @param running whether it is running text in English
     * @param spots those of spoken language, in order
     */
    public record Facts(boolean running, List<TextRange> spots) {
        static final Facts NOTHING = new Facts(false, List.of());

        public Facts {
            spots = List.copyOf(spots);
        }
    }

    /** A spot and the block where it stands. */
    private record Placed(PaperBlock block, TextRange range) {
        String text() {
            return range.of(block.text().text());
        }
    }

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.SECTION_REGISTER);
    }

    @Override
    public Facts facts(BlockText text) {
        boolean running = text.kind() == BlockKind.PARAGRAPH || text.kind() == BlockKind.ABSTRACT || text.kind() == BlockKind.LIST_ITEM;
        return running && text.isEnglish() ? new Facts(true, Informality.spots(text)) : Facts.NOTHING;
    }

    @Override
    public void judge(Paper paper, List<Facts> facts, Findings findings) {
        if (facts.stream().allMatch(ofBlock -> ofBlock.spots().isEmpty())) {
            return;
        }
        int formal = 0;
        List<Section> informal = new ArrayList<>();
        for (Section section : Sections.of(paper)) {
            boolean text = section.blocks().stream().anyMatch(block -> facts.get(block).running());
            if (text && !section.role().equals(Optional.of(SectionRole.MATTER))) {
                boolean spoken = section.blocks().stream().anyMatch(block -> !facts.get(block).spots().isEmpty());
                formal += spoken ? 0 : 1;
                if (spoken) {
                    informal.add(section);
                }
            }
        }
        if (informal.size() <= MOST_SECTIONS && informal.size() * FORMAL_FOR_EACH <= formal) {
            informal.forEach(section -> report(section, paper, facts, findings));
        }
    }

    private static void report(Section section, Paper paper, List<Facts> facts, Findings findings) {
        List<Placed> spots = section.blocks().stream()
                .flatMap(block -> facts.get(block).spots().stream().map(range -> new Placed(paper.blocks().get(block), range)))
                .toList();
        if (spots.size() <= MOST_SPOTS) {
            Placed first = spots.getFirst();
            String shown = spots.stream().map(Placed::text).collect(Collectors.joining(", "));
            List<String> replacements = Informality.inFull(first.text()).map(List::of).orElse(List.of());
            findings.add(Rule.SECTION_REGISTER, first.block(), first.range(), replacements, section.heading(), shown);
        }
    }
}
