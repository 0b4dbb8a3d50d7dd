package org.scholion.assist.language.internal.consistency.terms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.scholion.assist.language.internal.consistency.BlockText;
import org.scholion.assist.language.internal.consistency.Findings;
import org.scholion.assist.language.internal.consistency.Paper;
import org.scholion.assist.language.internal.consistency.PaperBlock;
import org.scholion.assist.language.internal.consistency.PaperRule;
import org.scholion.assist.language.internal.consistency.Rule;
import org.scholion.assist.language.internal.consistency.terms.Abbreviation.Definition;
import org.scholion.assist.language.internal.consistency.terms.Abbreviation.Facts;
import org.scholion.assist.language.internal.consistency.terms.Abbreviation.Use;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Structure;

/**
 * Abbreviations: defined once before they are used, in the abstract and in the body each, and used afterwards. Captions, tables and
 * headings may repeat a definition and use one that comes later, since they are read by themselves.
 */
public final class AbbreviationRule implements PaperRule<Abbreviation.Facts> {

    /** A name in capital letters that is used less often is not worth a definition. */
    private static final int MIN_UNDEFINED_USES = 3;

    @Override
    public Set<Rule> rules() {
        return Set.of(
                Rule.ABBREVIATION_BEFORE_DEFINITION, Rule.ABBREVIATION_UNDEFINED, Rule.ABBREVIATION_REDEFINED,
                Rule.ABBREVIATION_AMBIGUOUS, Rule.ABBREVIATION_VARIANTS, Rule.ABBREVIATION_UNUSED);
    }

    @Override
    public Facts facts(BlockText text) {
        boolean read = switch (text.kind()) {
            case AUTHOR, BIBLIOGRAPHY, EQUATION, LISTING, KEYWORDS -> false;
            case TITLE, ABSTRACT, HEADING, PARAGRAPH, LIST_ITEM, QUOTATION, CAPTION, FOOTNOTE, TABLE_CELL -> true;
        };
        return read && !text.language().equals("zh") ? new AbbreviationReader(text).read() : Facts.NONE;
    }

    private record DefinitionAt(PaperBlock block, Definition definition) {}

    private record UseAt(PaperBlock block, Use use) {}

    /** Where abbreviations are defined and used in the abstract, or in the body. */
    private static final class Part {
        final Map<String, List<DefinitionAt>> definitions = new LinkedHashMap<>();
        final Map<String, List<UseAt>> uses = new LinkedHashMap<>();
    }

    @Override
    public void judge(Paper paper, List<Facts> facts, Findings findings) {
        Part summary = new Part();
        Part body = new Part();
        Map<String, Integer> usesAnywhere = new HashMap<>();
        Map<String, Integer> definedAnywhere = new HashMap<>();
        boolean thanks = false;
        for (int i = 0; i < facts.size(); i++) {
            PaperBlock block = paper.blocks().get(i);
            if (block.block().kind() == BlockKind.HEADING) {
                thanks = isThanks(block.text().text());
            }
            Facts ofBlock = facts.get(i);
            for (Use use : ofBlock.uses()) {
                usesAnywhere.merge(use.name(), 1, Integer::sum);
            }
            if (block.block().kind() != BlockKind.ABSTRACT && block.block().kind() != BlockKind.TITLE) {
                ofBlock.definitions().forEach(definition -> definedAnywhere.putIfAbsent(definition.name(), block.index()));
            }
            boolean counts = counts(block.block().kind()) && !thanks;
            if (counts) {
                Part part = block.block().kind() == BlockKind.ABSTRACT ? summary : body;
                for (Definition definition : ofBlock.definitions()) {
                    part.definitions.computeIfAbsent(definition.name(), name -> new ArrayList<>()).add(new DefinitionAt(block, definition));
                }
                for (Use use : ofBlock.uses()) {
                    part.uses.computeIfAbsent(use.name(), name -> new ArrayList<>()).add(new UseAt(block, use));
                }
            }
        }
        boolean chapters = paper.blocks().stream().anyMatch(block -> block.block().kind() == BlockKind.HEADING && block.block().level() <= 1);
        for (Part part : List.of(summary, body)) {
            judgeOrder(part, part == body ? definedAnywhere : Map.of(), findings);
            judgeRepeated(part, chapters, findings);
        }
        judgeUnused(body, usesAnywhere, findings);
        judgeVariants(body, usesAnywhere, findings);
        judgeUndefined(paper, body, findings);
    }

    private static boolean counts(BlockKind kind) {
        return switch (kind) {
            case ABSTRACT, PARAGRAPH, LIST_ITEM, QUOTATION -> true;
            case TITLE, AUTHOR, KEYWORDS, HEADING, CAPTION, FOOTNOTE, TABLE_CELL, EQUATION, LISTING, BIBLIOGRAPHY -> false;
        };
    }

    private static boolean isThanks(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT);
        return lower.contains("acknowledg") || lower.contains("funding") || lower.contains("contribution") || lower.contains("availability")
                || lower.contains("remerciement") || lower.contains("agradecimiento") || lower.contains("danksagung");
    }

    private static void judgeOrder(Part part, Map<String, Integer> definedAnywhere, Findings findings) {
        for (Map.Entry<String, List<DefinitionAt>> entry : part.definitions.entrySet()) {
            DefinitionAt definition = entry.getValue().getFirst();
            @Nullable List<UseAt> uses = part.uses.get(entry.getKey());
            if (uses == null || Abbreviation.isCommon(entry.getKey())) {
                continue;
            }
            UseAt first = uses.stream().filter(use -> !use.use().partOfName()).findFirst().orElse(uses.getFirst());
            int early = definedAnywhere.getOrDefault(entry.getKey(), Integer.MAX_VALUE);
            // defined in a caption, note or heading that stands before
            boolean known = early < first.block().index();
            boolean before = first.block().index() < definition.block().index()
                    || first.block().index() == definition.block().index()
                            && first.use().range().start() < definition.definition().whole().start();
            if (before && !known && !first.use().partOfName()) {
                String longForm = definition.definition().longForm();
                findings.add(
                        Rule.ABBREVIATION_BEFORE_DEFINITION, first.block(), first.use().range(),
                        List.of(longForm + " (" + entry.getKey() + ")"), entry.getKey(), longForm);
            }
        }
    }

    private static void judgeRepeated(Part part, boolean chapters, Findings findings) {
        for (Map.Entry<String, List<DefinitionAt>> entry : part.definitions.entrySet()) {
            DefinitionAt first = entry.getValue().getFirst();
            for (DefinitionAt other : entry.getValue().subList(1, entry.getValue().size())) {
                if (first.definition().meansTheSameAs(other.definition())) {
                    // each chapter of a book may define its abbreviations anew
                    if (!chapters) {
                        findings.add(
                                Rule.ABBREVIATION_REDEFINED, other.block(), other.definition().whole(), List.of(entry.getKey()), entry.getKey(),
                                other.definition().longForm());
                    }
                } else if (!first.definition().holdsAbbreviation() && !other.definition().holdsAbbreviation()) {
                    findings.add(
                            Rule.ABBREVIATION_AMBIGUOUS, other.block(), other.definition().whole(), List.of(), entry.getKey(),
                            first.definition().longForm(), other.definition().longForm());
                }
            }
        }
    }

    private static void judgeUnused(Part body, Map<String, Integer> usesAnywhere, Findings findings) {
        for (Map.Entry<String, List<DefinitionAt>> entry : body.definitions.entrySet()) {
            DefinitionAt definition = entry.getValue().getFirst();
            boolean once = !usesAnywhere.containsKey(entry.getKey()) && entry.getValue().size() == 1;
            if (once && !definition.definition().isName() && !Abbreviation.isCommon(entry.getKey())) {
                findings.add(
                        Rule.ABBREVIATION_UNUSED, definition.block(), definition.definition().whole(),
                        List.of(definition.definition().longForm()), entry.getKey());
            }
        }
    }

    /** One long form with two abbreviations. */
    private static void judgeVariants(Part body, Map<String, Integer> usesAnywhere, Findings findings) {
        Map<String, DefinitionAt> byLongForm = new HashMap<>();
        for (List<DefinitionAt> definitions : body.definitions.values()) {
            for (DefinitionAt at : definitions) {
                DefinitionAt known = byLongForm.putIfAbsent(at.definition().normalised(), at);
                if (known != null && !known.definition().name().equals(at.definition().name())) {
                    String name = known.definition().name();
                    findings.add(
                            Rule.ABBREVIATION_VARIANTS, at.block(), at.definition().range(), List.of(name), at.definition().longForm(), name,
                            at.definition().name());
                }
            }
        }
    }

    private static void judgeUndefined(Paper paper, Part body, Findings findings) {
        if (!findings.wants(Rule.ABBREVIATION_UNDEFINED)) {
            return;
        }
        Set<String> defined = new HashSet<>(body.definitions.keySet());
        for (Structure.Definition definition : paper.manuscript().structure().definitions()) {
            if (definition.kind() == Structure.Definition.Kind.ACRONYM) {
                defined.add(definition.name());
            }
        }
        for (Map.Entry<String, List<UseAt>> entry : body.uses.entrySet()) {
            String name = entry.getKey();
            boolean whole = Abbreviation.looksLikeOne(name) && name.indexOf('-') < 0 && name.chars().noneMatch(Character::isLowerCase);
            if (whole && entry.getValue().size() >= MIN_UNDEFINED_USES && !defined.contains(name) && !Abbreviation.isCommon(name)) {
                UseAt first = entry.getValue().getFirst();
                findings.add(Rule.ABBREVIATION_UNDEFINED, first.block(), first.use().range(), List.of(), name);
            }
        }
    }
}
