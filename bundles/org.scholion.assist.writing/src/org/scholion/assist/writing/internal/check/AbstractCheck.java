package org.scholion.assist.writing.internal.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Advice;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Finding;
import org.scholion.assist.Origin;
import org.scholion.assist.PaperAssistant;
import org.scholion.assist.Severity;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.manuscript.SourceText;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextRange;

/**
 * Finds numbers of the abstract that the paper does not have, citations in it, and an abstract that is too long for most
 * journals.
 */
public final class AbstractCheck implements PaperAssistant {

    static final Origin ORIGIN = new Origin("Scholion abstract", "1");

    /** Hardly any journal allows more. */
    private static final int MOST_WORDS = 350;

    /** Smaller whole numbers are mostly written as words, or count what nobody counts again. */
    private static final BigDecimal LEAST = BigDecimal.TEN;

    private static final double NUMBER_CONFIDENCE = 0.7;
    private static final double CERTAIN = 0.9;

    @Override
    public Origin origin() {
        return ORIGIN;
    }

    @Override
    public Set<Category> categories() {
        return Set.of(Category.CONSISTENCY, Category.STYLE);
    }

    @Override
    public List<Finding> check(Manuscript paper, CheckSettings settings, CancelToken cancel) throws CancelledException {
        List<Integer> abstracts = IntStream.range(0, paper.blocks().size())
                .filter(i -> paper.blocks().get(i).kind() == BlockKind.ABSTRACT)
                .filter(i -> !paper.blocks().get(i).prose().isEmpty())
                .boxed()
                .toList();
        boolean body = paper.blocks().stream().anyMatch(block -> block.kind() == BlockKind.PARAGRAPH);
        if (abstracts.isEmpty() || !body) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        TreeSet<BigDecimal> known = Numbers.all(outside(paper, abstracts));
        for (int index : abstracts) {
            cancel.check();
            Prose prose = paper.blocks().get(index).prose();
            numbers(prose, known).forEach(found -> findings.add(Finding.inBlock(paper, index, found)));
            citations(prose).forEach(found -> findings.add(Finding.inBlock(paper, index, found)));
        }
        int words = abstracts.stream().mapToInt(i -> words(paper.blocks().get(i).prose())).sum();
        if (words > MOST_WORDS) {
            int first = abstracts.getFirst();
            String message = NLS.bind(Messages.length_message, words);
            TextRange start = new TextRange(0, firstWord(paper.blocks().get(first).prose().text()));
            findings.add(Finding.inBlock(
                    paper,
                    first,
                    new BlockFinding(
                            start, advice(AbstractRule.ABSTRACT_LENGTH, Severity.INFO, message, Messages.length_reason, CERTAIN))));
        }
        findings.removeIf(finding -> settings.rulesOff().contains(finding.advice().rule())
                || !settings.categories().contains(finding.advice().category()));
        return findings;
    }

    /** The source without its abstract: formulas, tables and listings hold numbers as well. */
    private static List<String> outside(Manuscript paper, List<Integer> abstracts) {
        List<String> texts = new ArrayList<>();
        for (SourceText source : paper.sources()) {
            int done = 0;
            for (int index : abstracts) {
                Block block = paper.blocks().get(index);
                boolean here = block.range().unit().equals(source.unit()) && block.range().range().start() >= done;
                if (here) {
                    texts.add(source.text().substring(done, block.range().range().start()));
                    done = Math.min(block.range().range().end(), source.text().length());
                }
            }
            texts.add(source.text().substring(done));
        }
        return texts;
    }

    private static List<BlockFinding> numbers(Prose prose, Set<BigDecimal> known) {
        List<BlockFinding> findings = new ArrayList<>();
        for (Numbers.Found number : Numbers.in(prose.text())) {
            add(number.value(), number.range(), known, findings);
        }
        for (Placeholder placeholder : prose.placeholders()) {
            if (placeholder.kind() == PlaceholderKind.QUANTITY) {
                TextRange range = TextRange.ofLength(placeholder.offset(), 1);
                Numbers.in(placeholder.display()).forEach(number -> add(number.value(), range, known, findings));
            }
        }
        return findings;
    }

    private static void add(BigDecimal number, TextRange range, Set<BigDecimal> known, List<BlockFinding> findings) {
        boolean tells = number.scale() > 0 || number.compareTo(LEAST) >= 0;
        if (tells && !Numbers.has(known, number)) {
            String message = NLS.bind(Messages.number_message, number.toPlainString());
            findings.add(new BlockFinding(
                    range,
                    advice(AbstractRule.ABSTRACT_NUMBER, Severity.WARNING, message, Messages.number_reason, NUMBER_CONFIDENCE)));
        }
    }

    private static List<BlockFinding> citations(Prose prose) {
        return prose.placeholders().stream()
                .filter(placeholder -> placeholder.kind() == PlaceholderKind.CITATION)
                .map(placeholder -> new BlockFinding(
                        TextRange.ofLength(placeholder.offset(), 1),
                        advice(
                                AbstractRule.ABSTRACT_CITATION,
                                Severity.INFO,
                                Messages.citation_message,
                                Messages.citation_reason,
                                CERTAIN)))
                .toList();
    }

    private static Advice advice(AbstractRule rule, Severity severity, String message, String reason, double confidence) {
        return new Advice(rule.id(), rule.category(), severity, message, reason, List.of(), ORIGIN, confidence, false);
    }

    private static int words(Prose prose) {
        return prose.text().strip().split("\\s+").length;
    }

    private static int firstWord(String text) {
        int end = text.indexOf(' ');
        return end < 0 ? text.length() : end;
    }
}
