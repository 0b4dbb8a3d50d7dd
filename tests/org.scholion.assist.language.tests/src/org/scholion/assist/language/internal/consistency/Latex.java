package org.scholion.assist.language.internal.consistency;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.scholion.assist.AssistException;
import org.scholion.assist.BlockAssistant;
import org.scholion.assist.BlockFinding;
import org.scholion.assist.CheckSettings;
import org.scholion.assist.Finding;
import org.scholion.assist.language.internal.DocumentedRule;
import org.scholion.assist.language.internal.clarity.ClarityAssistant;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Manuscript;
import org.scholion.manuscript.ManuscriptReader;
import org.scholion.manuscript.OpenTexts;
import org.scholion.manuscript.OpenTexts.OpenText;
import org.scholion.text.CancelToken;
import org.scholion.text.LineIndex;
import org.scholion.text.Revision;

/** Reads LaTeX and asks all our rules about it. The reader is a bundle that nobody imports, so it is loaded by its name. */
final class Latex {

    private static final String READER = "org.scholion.manuscript.latex.internal.LatexReader";
    private static final ConsistencyAssistant PAPER_RULES = new ConsistencyAssistant();
    private static final List<BlockAssistant> BLOCK_RULES = List.of(new ProseAssistant(), new ClarityAssistant());

    /** Those of papers and prose that are off by default as well. */
    static final CheckSettings ALL_RULES = new CheckSettings(
            CheckSettings.DEFAULT.categories(), Optional.empty(), "en-US", Set.of(), names(), Set.of(), Map.of());

    private Latex() {}

    private static Set<String> names() {
        Set<String> names = new HashSet<>();
        Stream.of(Rule.values()).forEach(rule -> names.add(rule.name()));
        return names;
    }

    static ManuscriptReader reader() {
        try {
            return (ManuscriptReader) readerClass().getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the LaTeX reader is not there", e);
        }
    }

    private static Class<?> readerClass() throws ClassNotFoundException {
        Bundle own = FrameworkUtil.getBundle(Latex.class);
        if (own == null) {
            return Class.forName(READER);
        }
        for (Bundle bundle : own.getBundleContext().getBundles()) {
            if (bundle.getSymbolicName().equals("org.scholion.manuscript.latex")) {
                return bundle.loadClass(READER);
            }
        }
        throw new ClassNotFoundException(READER);
    }

    /** What stands between the begin and the end of a document. */
    static Manuscript snippet(String body) {
        Path path = Path.of("snippet.tex").toAbsolutePath().normalize();
        String text = "\\documentclass{article}\n\\begin{document}\n" + body + "\n\\end{document}\n";
        return read(path, asked -> asked.equals(path) ? Optional.of(new OpenText(text, new Revision(1))) : Optional.empty());
    }

    static Manuscript read(Path main, OpenTexts open) {
        try {
            return reader().read(main, open, CancelToken.NEVER);
        } catch (Exception e) {
            throw new IllegalStateException(main.toString(), e);
        }
    }

    /** A paper of the shared data beside the checkout; the test is skipped where they are absent. */
    static Manuscript paper(String name) {
        Path folder = data().resolve("latex-dev").resolve(name);
        try {
            Matcher main = Pattern.compile("\"main\"\\s*:\\s*\"([^\"]+)\"").matcher(Files.readString(folder.resolve("origin.json")));
            if (!main.find()) {
                throw new IllegalStateException("no main file: " + name);
            }
            return read(folder.resolve(main.group(1)), OpenTexts.NONE);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(name, e);
        }
    }

    static Path data() {
        String set = System.getProperty("scholion.data");
        Path data = set == null ? null : Path.of(set);
        Path at = Path.of("").toAbsolutePath();
        while (data == null && at != null && at.getFileName() != null) {
            Path candidate = at.resolveSibling("shared").resolve("data");
            data = Files.isDirectory(candidate) ? candidate : null;
            at = at.getParent();
        }
        Assumptions.assumeTrue(data != null && Files.isDirectory(data), "shared data are not beside the checkout");
        return data;
    }

    static List<Finding> findings(Manuscript manuscript, CheckSettings settings) {
        try {
            List<Finding> found = new ArrayList<>(PAPER_RULES.check(manuscript, settings, CancelToken.NEVER));
            for (int i = 0; i < manuscript.blocks().size(); i++) {
                Block block = manuscript.blocks().get(i);
                if (!block.prose().isEmpty()) {
                    Block judged = new Block(
                            block.kind(), block.level(), block.prose(), settings.languageFor(block.language()), block.range());
                    for (BlockAssistant assistant : BLOCK_RULES) {
                        for (BlockFinding finding : assistant.check(judged, settings, CancelToken.NEVER)) {
                            found.add(Finding.inBlock(manuscript, i, finding));
                        }
                    }
                }
            }
            return found;
        } catch (org.scholion.text.CancelledException | AssistException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The findings of one rule in a snippet. */
    static List<Finding> findings(String body, DocumentedRule rule) {
        return findings(snippet(body), ALL_RULES.withRulesOn(Set.of(rule.name()))).stream().filter(finding -> finding.advice().rule().equals(rule.name())).toList();
    }

    /** The texts that a rule is about, in a snippet. */
    static List<String> texts(String body, DocumentedRule rule) {
        return findings(body, rule).stream().map(Finding::text).toList();
    }

    /** {@code file.tex:line text} of a finding. */
    static String place(Manuscript manuscript, Finding finding) {
        String text = manuscript.source(finding.range().unit()).orElseThrow().text();
        int line = new LineIndex(text).line(finding.range().range().start());
        return finding.range().unit().path().getFileName() + ":" + line + " " + finding.text().replaceAll("\\s+", " ");
    }
}
