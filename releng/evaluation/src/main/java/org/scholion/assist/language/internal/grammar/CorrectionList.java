package org.scholion.assist.language.internal.grammar;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.scholion.assist.language.internal.judge.Judge;
import org.scholion.assist.language.internal.judge.ModelJudge;
import org.scholion.evaluation.LocalModels;
import org.scholion.inference.ModelLease;
import org.scholion.inference.Priority;
import org.scholion.inference.Tagger;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;
import org.scholion.text.TextEdit;

/**
 * Lists all corrections that the grammar model proposes for sentences, whether they would be told or not, with what the models say of
 * them: the input of {@code models/grammar-tagger/calibrate.py}.
 *
 * <p>Arguments: the folders of tagger and language model, a folder with {@code sentences.txt}, where {@code corrections.tsv} is written,
 * and the least probability. The fields are the number of the sentence, the start of the correction (that of its variants is the same),
 * the kind, the probability, that of any error there, the errors expected beside it, the gain, start, end (UTF-16) and replacement.
 */
public final class CorrectionList {

    private CorrectionList() {}

    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[2]);
        List<String> sentences = Files.readAllLines(work.resolve("sentences.txt"));
        Map<String, Path> folders = Map.of(Corrector.TAGGER, Path.of(arguments[0]), ModelJudge.MODEL, Path.of(arguments[1]));
        Path list = work.resolve("corrections.tsv");
        try (LocalModels models = new LocalModels(folders, 2);
                ModelLease<Tagger> tagger = models.lease(Tagger.class, Corrector.TAGGER, Priority.BACKGROUND, CancelToken.NEVER);
                PrintWriter out = new PrintWriter(list.toFile(), StandardCharsets.UTF_8)) {
            Judge judge = new ModelJudge(models);
            List<Proposer.Proposal> found =
                    new Proposer(Double.parseDouble(arguments[3])).propose(tagger.service(), sentences, CancelToken.NEVER);
            for (int i = 0; i < sentences.size(); i++) {
                for (Correction correction : found.get(i).corrections()) {
                    list(i, sentences.get(i), correction, found.get(i), judge, out);
                }
            }
        }
    }

    private static void list(
            int number, String sentence, Correction correction, Proposer.Proposal proposal, Judge judge, PrintWriter out)
            throws CancelledException {
        List<Correction> others = proposal.corrections().stream().filter(other -> other != correction).toList();
        List<Correction> variants = Corrector.variants(correction, others);
        List<OptionalDouble> gains = Corrector.gains(judge, sentence, variants, others, CancelToken.NEVER);
        for (int i = 0; i < variants.size(); i++) {
            TextEdit edit = variants.get(i).edit();
            out.printf(
                    Locale.ROOT, "%d\t%d\t%s\t%.4f\t%.4f\t%.3f\t%.3f\t%d\t%d\t%s%n", number, correction.edit().range().start(),
                    ErrorKinds.of(sentence, edit), variants.get(i).probability(), variants.get(i).wrong(), proposal.errorsBeside(variants.get(i)),
                    gains.get(i).orElseThrow(), edit.range().start(), edit.range().end(), edit.replacement());
        }
    }
}
