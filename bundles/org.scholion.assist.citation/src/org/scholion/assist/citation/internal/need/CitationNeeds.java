package org.scholion.assist.citation.internal.need;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.osgi.util.NLS;
import org.scholion.assist.Advice;
import org.scholion.assist.AssistException;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.Category;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Origin;
import org.scholion.assist.Severity;
import org.scholion.assist.citation.internal.Messages;
import org.scholion.assist.citations.CitationNeed;
import org.scholion.inference.ModelException;
import org.scholion.inference.ModelLease;
import org.scholion.inference.Models;
import org.scholion.inference.Priority;
import org.scholion.inference.SentenceLabels;
import org.scholion.inference.Tagger;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.BlockKind;
import org.scholion.manuscript.Placeholder;
import org.scholion.manuscript.PlaceholderKind;
import org.scholion.manuscript.Prose;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.SentenceSplitter;
import org.scholion.text.TextRange;

/** Marks sentences that need a citation and have none. Quiet: three of four marks are to be right. English only. */
public final class CitationNeeds implements BlockAssistant {

    private static final String CONFIG = "/model/citation-need/config.json";
    private static final String PHRASES = "/model/cite_phrases.tsv";
    private static final String MODEL = "citation-need";
    private static final Origin ORIGIN = new Origin("Scholion citations", "2");
    private static final String NEEDED = "citation";
    private static final String NOT_NEEDED = "none";
    private static final int LEAST_WORDS = 6;

    private static final Pattern NUMBER = Pattern.compile("\\d\\s*(?:%|percent|times|fold)|\\b\\d+(?:\\.\\d+)?\\b");
    private static final Pattern OTHERS = Pattern.compile(
            "(?i)\\b(?:et al|studies|authors|researchers|colleagues|coworkers|previous(?:ly)?|recent(?:ly)?|reported|proposed|"
                    + "shown|demonstrated|literature|state[ -]of[ -]the[ -]art)\\b");
    private static final Pattern DEFINITION =
            Pattern.compile("(?i)\\b(?:is|are) (?:defined|known|called|referred to|a|an|the)\\b|\\bso-called\\b");

    private final @Nullable Models models;
    private final NeedModel model;

    public CitationNeeds(@Nullable Models models) {
        this(models, load());
    }

    CitationNeeds(@Nullable Models models, NeedModel model) {
        this.models = models;
        this.model = model;
    }

    private static NeedModel load() {
        try (Reader config = open(CONFIG);
                Reader phrases = open(PHRASES)) {
            return NeedModel.read(config, phrases);
        } catch (IOException broken) {
            throw new IllegalStateException("the model of the need for citations cannot be read", broken);
        }
    }

    private static Reader open(String name) throws IOException {
        InputStream in = CitationNeeds.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException(name);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    @Override
    public Origin origin() {
        return ORIGIN;
    }

    @Override
    public Set<Category> categories() {
        return Set.of(Category.CITATION);
    }

    @Override
    public boolean supports(String language) {
        return models != null && isEnglish(language);
    }

    private static boolean isEnglish(String language) {
        return Locale.forLanguageTag(language).getLanguage().equals("en");
    }

    @Override
    public List<BlockFinding> check(Block block, CheckSettings settings, CancelToken cancel) throws AssistException, CancelledException {
        Models known = models;
        boolean judged = block.kind() == BlockKind.PARAGRAPH || block.kind() == BlockKind.LIST_ITEM;
        if (known == null || !judged || settings.rulesOff().contains(CitationNeed.RULE)) {
            return List.of();
        }
        List<TextRange> sentences = SentenceSplitter.of(block.language()).split(block.prose().text());
        if (sentences.stream().allMatch(sentence -> isNoClaim(block.prose(), sentence))) {
            return List.of();
        }
        List<String> texts = sentences.stream().map(sentence -> plain(block.prose(), sentence)).toList();
        try (ModelLease<Tagger> lease = known.lease(Tagger.class, MODEL, Priority.BACKGROUND, cancel)) {
            return judge(block, sentences, texts, SentenceLabels.of(lease.service(), texts, cancel));
        } catch (ModelException missing) {
            throw new AssistException(missing.getLocalizedMessage(), missing);
        }
    }

    private List<BlockFinding> judge(Block block, List<TextRange> sentences, List<String> texts, List<Map<String, Double>> labels) {
        List<BlockFinding> findings = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            if (isNoClaim(block.prose(), sentences.get(i)) || labels.get(i).isEmpty()) {
                continue;
            }
            double logOdds = labels.get(i).getOrDefault(NEEDED, 0.0) - labels.get(i).getOrDefault(NOT_NEEDED, 0.0);
            double probability = model.probability(texts.get(i), logOdds);
            if (probability >= model.threshold()) {
                findings.add(new BlockFinding(sentences.get(i), advice(texts.get(i), probability)));
            }
        }
        return findings;
    }

    private Advice advice(String text, double probability) {
        String reason = OTHERS.matcher(text).find()
                ? Messages.need_others
                : NUMBER.matcher(text).find()
                        ? Messages.need_number
                        : DEFINITION.matcher(text).find() ? Messages.need_definition : Messages.need_claim;
        String share = NLS.bind(Messages.need_probability, Math.round(probability * 100));
        return new Advice(
                CitationNeed.RULE,
                Category.CITATION,
                Severity.INFO,
                Messages.need_message,
                reason + " " + share,
                List.of(),
                origin(),
                probability,
                false);
    }

    /** Whether a sentence cites already, points to a part of the paper, or is too short to say anything. */
    private static boolean isNoClaim(Prose prose, TextRange sentence) {
        for (Placeholder placeholder : prose.placeholders()) {
            boolean inside = sentence.start() <= placeholder.offset() && placeholder.offset() < sentence.end();
            boolean cites = placeholder.kind() == PlaceholderKind.CITATION || placeholder.kind() == PlaceholderKind.CROSS_REFERENCE;
            if (inside && cites) {
                return true;
            }
        }
        return sentence.of(prose.text()).strip().split("\\s+").length < LEAST_WORDS;
    }

    private static String plain(Prose prose, TextRange sentence) {
        StringBuilder text = new StringBuilder();
        int done = sentence.start();
        for (Placeholder placeholder : prose.placeholders()) {
            if (sentence.start() <= placeholder.offset() && placeholder.offset() < sentence.end()) {
                text.append(prose.text(), done, placeholder.offset()).append(' ');
                done = placeholder.offset() + 1;
            }
        }
        text.append(prose.text(), done, sentence.end());
        return text.toString()
                .replaceAll("\\(\\s*(?:e\\.g\\.|see|cf\\.)?[\\s,;]*\\)", " ")
                .replaceAll("\\s+([,.;:!?)])", "$1")
                .replaceAll("\\(\\s+", "(")
                .replaceAll("\\s+", " ")
                .strip();
    }

    @Override
    public Optional<String> limitation(String language) {
        return models == null && isEnglish(language) ? Optional.of(Messages.need_noModel) : Optional.empty();
    }
}
