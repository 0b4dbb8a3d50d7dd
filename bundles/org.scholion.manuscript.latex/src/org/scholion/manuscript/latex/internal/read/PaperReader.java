package org.scholion.manuscript.latex.internal.read;

import java.util.ArrayList;
import java.util.List;
import org.scholion.manuscript.Block;
import org.scholion.manuscript.Directive;
import org.scholion.manuscript.Problem;
import org.scholion.manuscript.SourceUnit;
import org.scholion.manuscript.Structure;
import org.scholion.manuscript.latex.internal.tex.CommandTable;
import org.scholion.manuscript.latex.internal.tex.TexText;
import org.scholion.text.CancelToken;
import org.scholion.text.CancelledException;

/** Reads one paper. */
public final class PaperReader {

    /**
     * What a paper holds.
     *
     * @param language of most of it, {@code und} where nothing is declared
     */
    public record Paper(String language, List<Block> blocks, Structure structure, List<Directive> directives, List<Problem> problems) {
        public Paper {
            blocks = List.copyOf(blocks);
        }
    }

    private static final String UNDECLARED = "und";

    private final CommandTable table;

    public PaperReader(CommandTable table) {
        this.table = table;
    }

    /** Reads a paper from its main file. */
    public Paper read(SourceUnit root, TexText text, Files files, CancelToken cancel) throws CancelledException {
        Reading reading = new Reading(table, files, root, cancel);
        Interpreter interpreter = new Interpreter(reading);
        interpreter.inclusions.start(text);
        interpreter.run();
        interpreter.environments.finish();
        interpreter.run();
        List<Block> blocks = reading.out.finish();
        String main = reading.out.mainLanguage();
        String language = main.isEmpty() ? UNDECLARED : main;
        return new Paper(
                language, withLanguage(blocks, language), reading.structure.build(), reading.magic.finish(), reading.problems.all());
    }

    /** Blocks before the declaration of the language, such as a title, get it afterwards. */
    private static List<Block> withLanguage(List<Block> blocks, String language) {
        List<Block> result = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            result.add(block.language().isEmpty()
                    ? new Block(block.kind(), block.level(), block.prose(), language, block.range())
                    : block);
        }
        return result;
    }
}
