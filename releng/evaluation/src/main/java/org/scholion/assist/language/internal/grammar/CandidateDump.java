package org.scholion.assist.language.internal.grammar;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scholion.evaluation.LocalModels;
import org.scholion.inference.Generator;
import org.scholion.inference.Priority;
import org.scholion.inference.Tagger;
import org.scholion.text.CancelToken;

/** Prints all corrections of sentences with probability and gain. Arguments: tagger, judge or -, file of sentences, least probability. */
public final class CandidateDump {

    private CandidateDump() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        boolean judged = !arguments[1].equals("-");
        Map<String, Path> folders = judged
                ? Map.of(Corrector.TAGGER, Path.of(arguments[0]), Corrector.JUDGE, Path.of(arguments[1]))
                : Map.of(Corrector.TAGGER, Path.of(arguments[0]));
        List<String> sentences = Files.readAllLines(Path.of(arguments[2]));
        try (LocalModels models = new LocalModels(folders, 1)) {
            Tagger tagger = models.lease(Tagger.class, Corrector.TAGGER, Priority.BACKGROUND, CancelToken.NEVER).service();
            long start = System.nanoTime();
            List<List<Correction>> found = new Proposer(Double.parseDouble(arguments[3])).propose(tagger, sentences, CancelToken.NEVER);
            System.err.printf("tagged %d sentences in %.1f s%n", sentences.size(), (System.nanoTime() - start) / 1e9);
            for (int i = 0; i < sentences.size(); i++) {
                String sentence = sentences.get(i);
                List<Double> gains = judged && !found.get(i).isEmpty()
                        ? Judge.gains(
                                models.lease(Generator.class, Corrector.JUDGE, Priority.BACKGROUND, CancelToken.NEVER).service(),
                                sentence, found.get(i), CancelToken.NEVER)
                        : found.get(i).stream().map(one -> 0.0).toList();
                for (int j = 0; j < found.get(i).size(); j++) {
                    Correction one = found.get(i).get(j);
                    var whole = Extent.visible(sentence, Extent.wholeWords(sentence, one.edit()));
                    out.printf(Locale.ROOT, "%d\t%s\t%.3f\t%.2f\t%s\t%s\t%d\t%d\t%s\t%s%n", i,
                            ErrorKinds.of(sentence, one.edit()), one.probability(), gains.get(j),
                            whole.range().of(sentence), whole.replacement(),
                            one.edit().range().start(), one.edit().range().end(), one.edit().replacement(), sentence);
                }
            }
            System.err.printf("all in %.1f s%n", (System.nanoTime() - start) / 1e9);
        }
    }
}
