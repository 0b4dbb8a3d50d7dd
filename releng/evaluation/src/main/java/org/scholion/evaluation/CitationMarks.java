package org.scholion.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.citation.internal.need.CitationNeeds;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.SourceRange;
import org.scholion.manuscript.SourceText;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure.Citation;
import org.scholion.text.CancelToken;
import org.scholion.text.Revision;
import org.scholion.text.SentenceSplitter;
import org.scholion.text.TextRange;

/**
 * Takes the citations out of published papers, and counts which of the sentences that cited are marked as in need of a citation,
 * and which
 * others. Sentences whose citation is part of their grammar ({@code \citet} and the like) are left out: without it they are none.
 *
 * <p>Arguments: the folder of the papers, the file for the result, the folder {@code models}, how many papers at most.
 */
public final class CitationMarks {

    private static final Pattern PARENTHETICAL = Pattern.compile(
            "(?i)(?:paren|auto|foot|super)?cites?|citep|citealp|citenum|footcitetext|citen");
    private static final Revision CHANGED = new Revision(1);
    private static final int LEAST_CITING = 5;

    /** The language of papers that declare none; all of them are English here. */
    private static final String UNDECLARED = "und";

    private final CitationNeeds needs;

    /** Sentences by whether they cited and whether they are marked. */
    private static final class Counts {
        private int citing;
        private int others;
        private int right;
        private int wrong;

        void add(Counts more) {
            citing += more.citing;
            others += more.others;
            right += more.right;
            wrong += more.wrong;
        }

        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("citing", citing);
            json.put("others", others);
            json.put("marked", right + wrong);
            json.put("precision", right + wrong == 0 ? 0 : (double) right / (right + wrong));
            json.put("recall", citing == 0 ? 0 : (double) right / citing);
            return json;
        }
    }

    /** Where citations were, in the text without them: those in parentheses and the others. */
    private record Removed(Map<SourceUnit, TreeSet<Integer>> parenthetical, Map<SourceUnit, TreeSet<Integer>> named) {}

    private CitationMarks(CitationNeeds needs) {
        this.needs = needs;
    }

    public static void main(String[] args) throws Exception {
        Map<String, Object> byPaper = new TreeMap<>();
        Counts all = new Counts();
        Path folders = Path.of(args[2]);
        Map<String, Path> local = new HashMap<>();
        for (String id : List.of("citation-encoder", "citation-need")) {
            local.put(id, folders.resolve(id).resolve("model"));
        }
        try (LocalModels models = new LocalModels(local, 2)) {
            CitationMarks marks = new CitationMarks(new CitationNeeds(models));
            for (Paper paper : Paper.english(Path.of(args[0]), Integer.parseInt(args[3]))) {
                Counts counts = marks.count(paper);
                if (counts.citing >= LEAST_CITING) {
                    byPaper.put(paper.name(), counts.json());
                    all.add(counts);
                    System.err.println(paper.name() + " " + counts.json());
                }
            }
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", "releng/evaluation/run-marks");
        result.put("papers", byPaper.size());
        result.put("all", all.json());
        result.put("byPaper", byPaper);
        Files.writeString(Path.of(args[1]), Json.of(result));
    }

    private Counts count(Paper paper) throws Exception {
        Map<SourceUnit, String> texts = new HashMap<>();
        Removed removed = new Removed(new HashMap<>(), new HashMap<>());
        for (SourceText source : paper.manuscript().sources()) {
            texts.put(source.unit(), without(paper.manuscript(), source, removed));
        }
        Manuscript bare = paper.with(path -> Optional.ofNullable(texts.get(new SourceUnit.TextFile(path)))
                .map(text -> new OpenTexts.OpenText(text, CHANGED)));
        Counts counts = new Counts();
        for (Block block : bare.blocks()) {
            boolean judged = block.kind() == BlockKind.PARAGRAPH || block.kind() == BlockKind.LIST_ITEM;
            if (judged && (block.language().startsWith("en") || block.language().equals(UNDECLARED))) {
                count(new Block(block.kind(), block.level(), block.prose(), "en", block.range()), removed, counts);
            }
        }
        return counts;
    }

    /** The text of a file without its citations and the spaces before them. */
    private static String without(Manuscript manuscript, SourceText source, Removed removed) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        List<Citation> citations = new ArrayList<>(manuscript.structure().citations());
        citations.removeIf(one -> !one.printed() || !one.range().unit().equals(source.unit()));
        citations.sort((a, b) -> Integer.compare(a.range().range().start(), b.range().range().start()));
        for (Citation citation : citations) {
            TextRange range = citation.range().range();
            if (range.start() < done) {
                continue;
            }
            int start = range.start();
            while (start > done && "~ ".indexOf(source.text().charAt(start - 1)) >= 0) {
                start--;
            }
            text.append(source.text(), done, start);
            boolean parenthetical = PARENTHETICAL.matcher(citation.command().replace("*", "")).matches();
            (parenthetical ? removed.parenthetical() : removed.named())
                    .computeIfAbsent(source.unit(), any -> new TreeSet<>())
                    .add(text.length());
            done = range.end();
        }
        return text.append(source.text(), done, source.text().length()).toString();
    }

    private void count(Block block, Removed removed, Counts counts) throws Exception {
        Set<Integer> marked = new HashSet<>();
        needs.check(block, CheckSettings.DEFAULT, CancelToken.NEVER).forEach(finding -> marked.add(finding.range().start()));
        for (TextRange sentence : SentenceSplitter.of(block.language()).split(block.prose().text())) {
            SourceRange place = block.prose().map().place(sentence).enclosing();
            if (stands(removed.named(), place)) {
                continue;
            }
            boolean cited = stands(removed.parenthetical(), place);
            boolean mark = marked.contains(sentence.start());
            counts.citing += cited ? 1 : 0;
            counts.others += cited ? 0 : 1;
            counts.right += mark && cited ? 1 : 0;
            counts.wrong += mark && !cited ? 1 : 0;
        }
    }

    private static boolean stands(Map<SourceUnit, TreeSet<Integer>> places, SourceRange sentence) {
        Integer next = places.getOrDefault(sentence.unit(), new TreeSet<>()).higher(sentence.range().start());
        return next != null && next <= sentence.range().end();
    }
}
