package org.scholion.assist.language.internal.consistency.references;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.Structure.BibliographyEntry;
import org.scholion.manuscript.Structure.Citation;

/** Citations and the bibliography's keys. Says nothing about missing keys when not all bibliography files could be read. */
public final class CitationRule implements PaperRule<Boolean> {

    /** What stands before another name of an entry or of a set of entries. */
    private static final Pattern ALIAS = Pattern.compile(
            "(?i)(?:\\bids\\s*=\\s*[{\"](?:[^}\"]*[\\s,])?|\\\\(?:defbibentryset|DeclareBibliographyAlias)\\s*\\{)\\z");
    /** How many units of other aliases may stand before one. */
    private static final int MAX_ALIASES = 300;

    @Override
    public Set<Rule> rules() {
        return Set.of(Rule.CITATION_UNDEFINED, Rule.BIBLIOGRAPHY_KEY_DUPLICATE);
    }

    @Override
    public Boolean facts(BlockText text) {
        return Boolean.TRUE;
    }

    @Override
    public void judge(Paper paper, List<Boolean> facts, Findings findings) {
        Structure structure = paper.manuscript().structure();
        Map<String, BibliographyEntry> entries = new HashMap<>();
        Set<String> small = new HashSet<>();
        Set<String> cited = new HashSet<>();
        structure.citations().forEach(citation -> citation.keys().forEach(key -> cited.add(key.name())));
        for (BibliographyEntry entry : structure.bibliography()) {
            BibliographyEntry earlier = entries.putIfAbsent(entry.key(), entry);
            if (earlier == null) {
                small.add(entry.key().toLowerCase(Locale.ROOT));
            } else if (cited.contains(entry.key()) && !earlier.range().equals(entry.range()) && !isCopy(earlier, entry)) {
                findings.add(Rule.BIBLIOGRAPHY_KEY_DUPLICATE, entry.range(), List.of(), entry.key());
            }
        }
        if (isComplete(paper.manuscript())) {
            judgeKeys(paper.manuscript(), entries, small, findings);
        }
    }

    /** The same work again: BibTeX complains, but no reader is misled. */
    private static boolean isCopy(BibliographyEntry one, BibliographyEntry other) {
        return !one.title().isEmpty() && one.title().equalsIgnoreCase(other.title()) && one.year().equals(other.year());
    }

    private static boolean isComplete(Manuscript manuscript) {
        Structure structure = manuscript.structure();
        return !structure.bibliography().isEmpty()
                && structure.bibliographyFiles().stream().allMatch(inclusion -> inclusion.file().isPresent())
                && structure.inclusions().stream().allMatch(inclusion -> inclusion.file().isPresent());
    }

    private static void judgeKeys(
            Manuscript manuscript, Map<String, BibliographyEntry> entries, Set<String> small, Findings findings) {
        boolean biblatex = manuscript.source(manuscript.root()).stream().anyMatch(source -> source.text().contains("biblatex"));
        for (Citation citation : manuscript.structure().citations()) {
            for (Citation.Key key : citation.keys()) {
                String name = key.name();
                // RevTeX writes entries of that name for the paper's notes
                boolean note = name.startsWith("Note") && name.substring(4).chars().allMatch(Character::isDigit);
                boolean literal = !note && name.indexOf('#') < 0 && name.indexOf('\\') < 0 && !name.isEmpty() && !name.equals("*");
                // BibTeX takes keys that differ in capital letters alone for the same
                boolean known = entries.containsKey(name) || !biblatex && small.contains(name.toLowerCase(Locale.ROOT));
                if (literal && !known && !isAlias(manuscript, name)) {
                    findings.add(Rule.CITATION_UNDEFINED, key.range(), Nearest.to(name, entries.keySet()), name);
                }
            }
        }
    }

    /** Whether an entry, or a set of entries, bears the key as another name. */
    private static boolean isAlias(Manuscript manuscript, String key) {
        for (SourceText source : manuscript.sources()) {
            String text = source.text();
            for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
                if (ALIAS.matcher(text.substring(Math.max(0, at - MAX_ALIASES), at)).find()) {
                    return true;
                }
            }
        }
        return false;
    }
}
