package org.scholion.ui.internal.fix;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Category;
import org.scholion.assist.citations.CitationNeed;
import org.scholion.jobs.PlacedFinding;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.SourceRange;
import org.scholion.text.TextRange;
import org.scholion.ui.internal.Icon;
import org.scholion.ui.internal.Messages;
import org.scholion.ui.internal.editor.FindingText;

/** Something that can be done about a finding. */
@NonNullByDefault
public sealed interface Fix {

    /** How many letters of a text a label shows. */
    int LABEL_WORDS = 40;

    PlacedFinding placed();

    /** What it does, as a menu says it. */
    String label();

    Icon icon();

    /** Puts another text in the place. */
    record Replace(PlacedFinding placed, String replacement) implements Fix {
        @Override
        public String label() {
            return replacement.isEmpty()
                    ? NLS.bind(Messages.fix_delete, FindingText.shortened(placed.finding().text(), LABEL_WORDS))
                    : NLS.bind(Messages.fix_replace, FindingText.shortened(replacement, LABEL_WORDS));
        }

        @Override
        public Icon icon() {
            return Icon.FIX;
        }
    }

    /** Says no more about these words. */
    record Ignore(PlacedFinding placed) implements Fix {
        @Override
        public String label() {
            return NLS.bind(Messages.fix_ignore, FindingText.shortened(placed.finding().text(), LABEL_WORDS));
        }

        @Override
        public Icon icon() {
            return Icon.IGNORE;
        }
    }

    /** Knows the word from now on: in the paper's folder, or in all papers of this user. */
    record AddWord(PlacedFinding placed, String word, boolean forPaper) implements Fix {
        @Override
        public String label() {
            return NLS.bind(forPaper ? Messages.fix_addToPaper : Messages.fix_addToUser, word);
        }

        @Override
        public Icon icon() {
            return Icon.DICTIONARY;
        }
    }

    /** Switches the rule off in the paper's folder. */
    record SwitchOff(PlacedFinding placed) implements Fix {
        @Override
        public String label() {
            return NLS.bind(Messages.fix_switchOff, placed.advice().rule());
        }

        @Override
        public Icon icon() {
            return Icon.RULE_OFF;
        }
    }

    /** Shows the page of the rule. */
    record Explain(PlacedFinding placed) implements Fix {
        @Override
        public String label() {
            return NLS.bind(Messages.fix_explain, placed.advice().rule());
        }

        @Override
        public Icon icon() {
            return Icon.EXPLAIN;
        }
    }

    /** Shows the works that can be cited in a sentence. */
    record SuggestCitations(PlacedFinding placed) implements Fix {
        @Override
        public String label() {
            return Messages.fix_suggestCitations;
        }

        @Override
        public Icon icon() {
            return Icon.CITATION;
        }

        /** Where the citation belongs, in the source that was checked. */
        public SourceRange place() {
            return placed.finding()
                    .anchor()
                    .map(anchor -> {
                        Block block = placed.manuscript().blocks().get(anchor.blockIndex());
                        int place = CitationNeed.place(block, anchor.range());
                        return block.prose().map().place(TextRange.at(place)).enclosing();
                    })
                    .orElse(placed.finding().range());
        }
    }

    /** All that can be done about a finding, the likeliest first. Replacements that would have to touch markup are left out. */
    static List<Fix> of(PlacedFinding placed) {
        List<Fix> fixes = new ArrayList<>();
        if (placed.advice().rule().equals(CitationNeed.RULE)) {
            fixes.add(new SuggestCitations(placed));
        }
        Set<String> replacements = new LinkedHashSet<>(placed.advice().replacements());
        for (String replacement : replacements) {
            if (placed.edits(replacement).isPresent()) {
                fixes.add(new Replace(placed, replacement));
            }
        }
        String words = proseText(placed);
        if (placed.advice().category() == Category.SPELLING && !words.isBlank()) {
            fixes.add(new AddWord(placed, words, true));
            fixes.add(new AddWord(placed, words, false));
        }
        fixes.add(new Ignore(placed));
        fixes.add(new SwitchOff(placed));
        fixes.add(new Explain(placed));
        return fixes;
    }

    /** The words that a finding is about as a person reads them; the source where it is about that. */
    static String proseText(PlacedFinding placed) {
        return placed.finding()
                .anchor()
                .map(anchor -> anchor.range()
                        .of(placed.manuscript().blocks().get(anchor.blockIndex()).prose().text()))
                .orElse(placed.finding().text());
    }
}
